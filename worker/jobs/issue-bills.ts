import { z } from 'zod'
import { findCorrections, issuePeriods } from '#lib/billing-runs/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once an hour, because the day begins at another hour in each zone; a person's period is billed once. */
export const issueBillsJob = defineJob({
  queue: 'bills.issue',
  permission: 'bills:issue',
  input: z.object({}),
  schedule: '11 * * * *',
  atStart: true,
  async run(grant) {
    await issuePeriods(grant)
    await findCorrections(grant)
  },
})
