import { z } from 'zod'

export const ResendDelivery = z.object({ deliveryId: z.uuid() })
export type ResendDelivery = z.output<typeof ResendDelivery>
