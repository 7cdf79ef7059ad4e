import { type Answer, type Exchange, jsonAnswer } from '../wire/exchange.ts'
import { parseFormBody } from '../wire/form-body.ts'
import { newIdentifier } from '../wire/identifier.ts'
import { findRoute } from '../wire/router.ts'
import { authenticate } from './authenticate.ts'
import { balanceTransactionRoutes } from './balance-transactions.ts'
import type { Call, StripeRoute } from './call.ts'
import { chargeRoutes, eventRoutes } from './charges-and-events.ts'
import { checkoutSessionRoutes } from './checkout-sessions.ts'
import { customerRoutes } from './customers.ts'
import { disputeRoutes } from './disputes.ts'
import { expand } from './expand.ts'
import { createIdempotency } from './idempotency.ts'
import { paymentIntentRoutes } from './payment-intents.ts'
import { paymentMethodRoutes } from './payment-methods.ts'
import { refundRoutes } from './refunds.ts'
import { StripeError } from './stripe-error.ts'
import { API_VERSION, type StripeState } from './stripe-state.ts'

const ROUTES: StripeRoute[] = [
  ...customerRoutes,
  ...checkoutSessionRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...balanceTransactionRoutes,
  ...eventRoutes,
]

function readCall(exchange: Exchange, path: Record<string, string>): Call {
  const type = exchange.headers['content-type'] ?? 'application/x-www-form-urlencoded'
  if (exchange.method === 'POST' && !type.startsWith('application/x-www-form-urlencoded')) {
    const message =
      'Invalid request (check that your POST content type is application/x-www-form-urlencoded). If you have questions, we can help at https://support.stripe.com/.'
    throw new StripeError(400, { type: 'invalid_request_error', message })
  }
  const text = exchange.method === 'POST' ? exchange.raw.toString('utf8') : exchange.query.toString()
  return { params: parseFormBody(text), version: header(exchange, 'stripe-version') ?? API_VERSION, path }
}

function header(exchange: Exchange, name: string): string | null {
  const value = exchange.headers[name]
  return typeof value === 'string' ? value : null
}

/** The plain API under `/v1`. */
export function createStripeApi(state: StripeState, secretKey: string) {
  const idempotent = createIdempotency(state)

  async function answer(exchange: Exchange, requestId: string): Promise<Answer> {
    authenticate(exchange, secretKey)
    const route = findRoute(ROUTES, exchange.method, exchange.path)
    if (!route) {
      const message = `Unrecognized request URL (${exchange.method}: ${exchange.path}).`
      throw new StripeError(404, { type: 'invalid_request_error', message })
    }
    return idempotent(exchange, requestId, () => {
      const call = readCall(exchange, route.params)
      state.request = { id: requestId, idempotency_key: header(exchange, 'idempotency-key') }
      try {
        return jsonAnswer(200, expand(state, call, route.run(state, call)))
      } finally {
        state.request = { id: null, idempotency_key: null }
      }
    })
  }

  return async (exchange: Exchange): Promise<Answer> => {
    const requestId = newIdentifier('req_', 14)
    const key = header(exchange, 'idempotency-key')
    const common = {
      'request-id': requestId,
      'stripe-version': header(exchange, 'stripe-version') ?? API_VERSION,
      'cache-control': 'no-store',
      ...(key ? { 'idempotency-key': key } : {}),
    }
    const made = await answer(exchange, requestId).catch((error: unknown) => {
      if (error instanceof StripeError) return error.toAnswer()
      throw error
    })
    const challenge = made.status === 401 ? { 'www-authenticate': 'Basic realm="Stripe"' } : {}
    return { ...made, headers: { ...common, ...challenge, ...made.headers } }
  }
}
