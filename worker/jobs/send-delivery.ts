import { z } from 'zod'
import { sendDelivery } from '#lib/deliveries/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const sendDeliveryJob = defineJob({
  queue: 'deliveries.send',
  permission: 'deliveries:send',
  input: z.object({ brand: z.string(), deliveryId: z.uuid(), attempt: z.coerce.number().int().positive() }),
  run: (grant, input) => sendDelivery(grant, input),
})
