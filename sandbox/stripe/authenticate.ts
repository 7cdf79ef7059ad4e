import { timingSafeEqual } from 'node:crypto'
import type { Exchange } from '../wire/exchange.ts'
import { StripeError } from './stripe-error.ts'

function keyOf(header: string | undefined): string {
  const [scheme = '', value = ''] = (header ?? '').split(' ')
  if (scheme.toLowerCase() === 'bearer') return value
  if (scheme.toLowerCase() !== 'basic') return ''
  return Buffer.from(value, 'base64').toString('utf8').split(':')[0] ?? ''
}

const masked = (key: string) => `${key.slice(0, 8)}${'*'.repeat(Math.max(0, key.length - 12))}${key.slice(-4)}`

function refuse(message: string): StripeError {
  return new StripeError(401, { type: 'invalid_request_error', message })
}

export function authenticate(exchange: Exchange, secretKey: string): void {
  const given = Buffer.from(keyOf(exchange.headers.authorization))
  if (given.length === 0) {
    throw refuse(
      'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.',
    )
  }
  const wanted = Buffer.from(secretKey)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    throw refuse(`Invalid API Key provided: ${masked(given.toString('utf8'))}`)
  }
}
