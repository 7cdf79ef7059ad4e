/** Outgoing webhooks, signed as Standard Webhooks says. */
export { sendWebhook, type WebhookAnswer } from './send-webhook.ts'
export { signWebhook } from './sign-webhook.ts'
