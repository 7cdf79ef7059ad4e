import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Exchange } from '../wire/exchange.ts'

const TOLERANCE_SECONDS = 300

/** Why a message is not believed, or null where it is: signed by the secret, and neither old nor from the future. */
export function distrust(exchange: Exchange, secret: string, now: Date): string | null {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = exchange.headers
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string')
    return 'The headers webhook-id, webhook-timestamp and webhook-signature are needed.'
  if (!/^\d{1,12}$/.test(timestamp)) return 'webhook-timestamp must be in seconds.'
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > TOLERANCE_SECONDS) return 'webhook-timestamp is out of time.'
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(exchange.raw).digest()
  const fits = signatures.split(' ').some((one) => {
    const [version, value = ''] = one.split(',')
    const given = Buffer.from(value, 'base64')
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected)
  })
  return fits ? null : 'The signature does not fit.'
}
