import { z } from 'zod'
import { dropFee } from '#lib/requests/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const dropFeeJob = defineJob({
  queue: 'requests.drop-fee',
  permission: 'requests:drop-fee',
  input: z.object({ brand: z.string(), bill: z.uuid() }),
  run: (grant, input) => dropFee(grant, input),
})
