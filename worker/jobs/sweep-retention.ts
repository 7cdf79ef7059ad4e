import { z } from 'zod'
import { expireBulkExports } from '#lib/bulk-exports/index.ts'
import { sweepRetention } from '#lib/retention/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day: half past three at night in China, in the evening in Europe. */
export const sweepRetentionJob = defineJob({
  queue: 'retention.sweep',
  permission: 'retention:sweep',
  input: z.object({}),
  schedule: '30 19 * * *',
  async run(grant) {
    await sweepRetention(grant)
    await expireBulkExports(grant)
  },
})
