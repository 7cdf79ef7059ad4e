import { receiveEvent, verifyStripeWebhook } from '#lib/payments/index.ts'
import { defineWebhook } from '#lib/web/define-webhook.ts'

export const POST = defineWebhook({ provider: 'stripe', verify: verifyStripeWebhook, receive: receiveEvent })
