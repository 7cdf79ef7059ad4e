import { receiveEvent, verifyPayPalWebhook } from '#lib/payments/index.ts'
import { defineWebhook } from '#lib/web/define-webhook.ts'

export const POST = defineWebhook({
  provider: 'paypal',
  forgeries: { times: 100, minutes: 10 },
  verify: verifyPayPalWebhook,
  receive: receiveEvent,
})
