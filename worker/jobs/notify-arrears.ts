import { z } from 'zod'
import { sendNotices } from '#lib/arrears/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour: quiet hours end at another one in each zone. A stage is written once, however often this runs. */
export const notifyArrearsJob = defineJob({
  queue: 'arrears.notify',
  permission: 'arrears:notify',
  input: z.object({}),
  schedule: '7 * * * *',
  run: async (grant) => void (await sendNotices(grant)),
})
