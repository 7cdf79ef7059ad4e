import { z } from 'zod'
import { defineJob } from '#lib/web/define-job.ts'
import { scheduleWindDown } from '#lib/wind-downs/index.ts'

export const scheduleWindDownJob = defineJob({
  queue: 'wind-downs.schedule',
  permission: 'wind-downs:schedule',
  input: z.object({ brand: z.string() }),
  run: (grant) => scheduleWindDown(grant),
})
