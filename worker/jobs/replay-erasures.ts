import { z } from 'zod'
import { replayErasures } from '#lib/retention/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day, so that a backup that was restored without a word brings nobody back for longer. */
export const replayErasuresJob = defineJob({
  queue: 'retention.replay',
  permission: 'retention:replay',
  input: z.object({}),
  schedule: '0 18 * * *',
  async run(grant) {
    await replayErasures(grant)
  },
})
