import { receiveEvent, verifyPayPalWebhook } from '#lib/payments/index.ts'
import { defineWebhook } from '#lib/web/define-webhook.ts'

export const POST = defineWebhook({ provider: 'paypal', verify: verifyPayPalWebhook, receive: receiveEvent })
