/** Outgoing webhooks, signed as Standard Webhooks says, and what is found of incoming ones. */
export { sendWebhook, type WebhookAnswer } from './send-webhook.ts'
export { signWebhook } from './sign-webhook.ts'
export type { ProviderNotice, WebhookVerdict } from './webhook-verdict.ts'
