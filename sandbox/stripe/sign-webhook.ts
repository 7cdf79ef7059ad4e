import { createHmac } from 'node:crypto'

/** `Stripe-Signature`: HMAC-SHA256 over the stamp, a dot and the exact body. */
export function signWebhook(payload: string, secret: string, seconds: number): string {
  const signature = createHmac('sha256', secret).update(`${seconds}.${payload}`).digest('hex')
  return `t=${seconds},v1=${signature}`
}
