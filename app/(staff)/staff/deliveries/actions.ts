'use server'

import { resendDelivery } from '#lib/deliveries/index.ts'
import { ResendDelivery } from '#lib/deliveries/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const resendDeliveryAction = defineAction({
  permission: 'deliveries:resend',
  input: ResendDelivery,
  async run(grant, input) {
    await resendDelivery(grant, input)
    return { redirectTo: `/staff/deliveries?brand=${grant.brand}&done=resent` }
  },
})
