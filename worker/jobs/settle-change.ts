import { z } from 'zod'
import { settleChange } from '#lib/controller-changes/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const settleChangeJob = defineJob({
  queue: 'controller-changes.settle',
  permission: 'controller-changes:settle',
  input: z.object({ brand: z.string(), changeId: z.uuid() }),
  run: (grant, { changeId }) => settleChange(grant, changeId),
})
