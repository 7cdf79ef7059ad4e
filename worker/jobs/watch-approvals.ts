import { z } from 'zod'
import { watchApprovals } from '#lib/approvals/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Every few minutes: what was approved and broken off is soon done. */
export const watchApprovalsJob = defineJob({
  queue: 'approvals.watch',
  permission: 'approvals:watch',
  input: z.object({}),
  schedule: '*/5 * * * *',
  run: (grant) => watchApprovals(grant, OPERATIONS),
})
