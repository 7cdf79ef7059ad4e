import { createHmac, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Clock } from '../wire/clock.ts'
import type { Exchange } from '../wire/exchange.ts'
import { newIdentifier } from '../wire/identifier.ts'
import { memberText } from './member-text.ts'
import { malformed } from './paypal-error.ts'
import { readBody } from './read-body.ts'

interface Options {
  webhookId: string
  clientSecret: string
  clock: Clock
  baseUrl(): string
}

const FIELDS = [
  'auth_algo',
  'cert_url',
  'transmission_id',
  'transmission_sig',
  'transmission_time',
  'webhook_id',
] as const

/**
 * Signs and verifies `transmission id | time | webhook id | crc32 of the body`. PayPal signs with RSA and a certificate;
 * here it is an HMAC under the same header names, since only the verifying address is ever asked about it.
 */
export function createWebhookSignature({ webhookId, clientSecret, clock, baseUrl }: Options) {
  const certUrl = () => `${baseUrl()}/v1/notifications/certs/CERT-SANDBOX`
  function signatureOf(transmission: string, time: string, id: string, payload: string): string {
    const text = `${transmission}|${time}|${id}|${crc32(payload)}`
    return createHmac('sha256', `webhook:${clientSecret}`).update(text).digest('base64')
  }

  function sign(payload: string): Record<string, string> {
    const transmission = newIdentifier('t', 35)
    const time = clock.iso()
    return {
      'paypal-transmission-id': transmission,
      'paypal-transmission-time': time,
      'paypal-transmission-sig': signatureOf(transmission, time, webhookId, payload),
      'paypal-auth-algo': 'SHA256withRSA',
      'paypal-cert-url': certUrl(),
    }
  }

  /** Takes the event's bytes as they stand in the request: written in another order they no longer fit. */
  function verify(exchange: Exchange): { verification_status: 'SUCCESS' | 'FAILURE' } {
    const body = readBody(exchange)
    const payload = memberText(exchange.raw.toString('utf8'), 'webhook_event')
    for (const name of FIELDS) {
      if (typeof body[name] !== 'string')
        throw malformed('MISSING_REQUIRED_PARAMETER', 'A required field is missing.', `/${name}`)
    }
    if (payload === null)
      throw malformed('MISSING_REQUIRED_PARAMETER', 'A required field is missing.', '/webhook_event')
    const wanted = signatureOf(String(body.transmission_id), String(body.transmission_time), webhookId, payload)
    const [left, right] = [Buffer.from(String(body.transmission_sig)), Buffer.from(wanted)]
    const good =
      body.webhook_id === webhookId &&
      body.cert_url === certUrl() &&
      left.length === right.length &&
      timingSafeEqual(left, right)
    return { verification_status: good ? 'SUCCESS' : 'FAILURE' }
  }

  return { sign, verify }
}
