import { z } from 'zod'
import { remindSilent } from '#lib/controller-changes/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour: days begin, and quiet hours end, at another one in each zone. A stage is told once, however often this runs. */
export const remindSilentJob = defineJob({
  queue: 'controller-changes.remind',
  permission: 'controller-changes:remind',
  input: z.object({}),
  schedule: '37 * * * *',
  run: async (grant) => void (await remindSilent(grant)),
})
