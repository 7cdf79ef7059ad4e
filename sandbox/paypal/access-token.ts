import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../wire/clock.ts'
import { type Answer, type Exchange, jsonAnswer } from '../wire/exchange.ts'
import { newIdentifier } from '../wire/identifier.ts'
import { PayPalError } from './paypal-error.ts'

const LIFETIME_S = 32_400

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** Tokens carry their end and a proof, so that they outlive a restart without being stored. */
export function createTokens(clientId: string, clientSecret: string, clock: Clock) {
  const proof = (text: string) => createHmac('sha256', `token:${clientSecret}`).update(text).digest('base64url')

  function issue(exchange: Exchange): Answer {
    const [scheme = '', credentials = ''] = (exchange.headers.authorization ?? '').split(' ')
    const wanted = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
    if (scheme.toLowerCase() !== 'basic' || !equal(credentials, wanted)) {
      return jsonAnswer(401, { error: 'invalid_client', error_description: 'Client Authentication failed' })
    }
    const grant = new URLSearchParams(exchange.raw.toString('utf8')).get('grant_type')
    if (grant !== 'client_credentials') {
      return jsonAnswer(400, { error: 'unsupported_grant_type', error_description: 'Unsupported grant_type' })
    }
    const stem = `${clock.seconds() + LIFETIME_S}.${newIdentifier('', 20)}`
    return jsonAnswer(200, {
      scope: 'https://uri.paypal.com/services/payments/payment https://uri.paypal.com/services/checkout/orders',
      access_token: `A21AA.${stem}.${proof(stem)}`,
      token_type: 'Bearer',
      app_id: 'APP-SANDBOX',
      expires_in: LIFETIME_S,
      nonce: newIdentifier('', 32),
    })
  }

  function require(exchange: Exchange): void {
    const [scheme = '', token = ''] = (exchange.headers.authorization ?? '').split(' ')
    const [, until = '', random = '', given = ''] = token.split('.')
    const good = scheme.toLowerCase() === 'bearer' && equal(given, proof(`${until}.${random}`))
    if (!good || Number(until) < clock.seconds()) throw new PayPalError(401)
  }

  return { issue, require }
}
