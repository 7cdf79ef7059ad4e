import { z } from 'zod'
import { followCharge } from '#lib/autopay/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Draws the conclusion of a charge that came to its end. */
export const followAutopayJob = defineJob({
  queue: 'autopay.follow',
  permission: 'autopay:run',
  input: z.object({ brand: z.string().default(''), paymentId: z.uuid() }),
  run: followCharge,
})
