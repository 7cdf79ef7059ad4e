import { z } from 'zod'
import { takeStatistics } from '#lib/statistics/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day, an hour before what is overdue is erased. */
export const takeStatisticsJob = defineJob({
  queue: 'statistics.take',
  permission: 'statistics:take',
  input: z.object({}),
  schedule: '30 18 * * *',
  run: (grant) => takeStatistics(grant),
})
