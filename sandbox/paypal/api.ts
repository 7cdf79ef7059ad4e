import { createHash } from 'node:crypto'
import { type Answer, type Exchange, jsonAnswer } from '../wire/exchange.ts'
import { findRoute, type Route } from '../wire/router.ts'
import type { createTokens } from './access-token.ts'
import { captureOrder, findOrder } from './capture-order.ts'
import { createOrder } from './create-order.ts'
import { notFound, PayPalError } from './paypal-error.ts'
import type { PayPalState, RememberedRequest } from './paypal-state.ts'
import { readBody } from './read-body.ts'
import { findCapture, refundCapture } from './refund-capture.ts'
import { showCapture, showDispute, showDisputeSummary, showOrder, showOrderMinimal, showRefund } from './show.ts'
import type { createWebhookSignature } from './webhook-signature.ts'

interface Parts {
  state: PayPalState
  tokens: ReturnType<typeof createTokens>
  signature: ReturnType<typeof createWebhookSignature>
}

type Handler = (exchange: Exchange, id: string) => Answer

const KEPT_MS = 6 * 3600 * 1000

function requestIdOf(exchange: Exchange): string | null {
  const value = exchange.headers['paypal-request-id']
  return typeof value === 'string' && value !== '' ? value : null
}

const wantsAll = (exchange: Exchange) => String(exchange.headers.prefer ?? '').includes('return=representation')

/** What a request made, as it stands now and not as it stood then: that is PayPal's idempotency. */
function showLatest(
  state: PayPalState,
  exchange: Exchange,
  { kind, id }: Pick<RememberedRequest, 'kind' | 'id'>,
): object {
  if (kind === 'refund') {
    const refund = state.refunds.get(id)
    if (!refund) throw notFound()
    const whole = showRefund(state, refund)
    return wantsAll(exchange) ? whole : { id: whole.id, status: whole.status, links: whole.links }
  }
  const order = state.orders.get(id)
  if (!order) throw notFound()
  return wantsAll(exchange) ? showOrder(state, order) : showOrderMinimal(state, order)
}

function orderAnswerStatus(state: PayPalState, id: string): number {
  return state.orders.get(id)?.status === 'PAYER_ACTION_REQUIRED' ? 200 : 201
}

/** Runs a POST once for its PayPal-Request-Id. What failed is not remembered and may be tried again. */
function once(
  state: PayPalState,
  exchange: Exchange,
  kind: RememberedRequest['kind'],
  run: () => { id: string },
): Answer {
  const requestId = requestIdOf(exchange)
  const { path } = exchange
  const key = requestId && createHash('sha256').update(`${path}\n${requestId}`).digest('hex')
  const known = key ? state.remembered.get(key) : undefined
  if (known && state.clock.now() - known.at <= KEPT_MS) {
    return jsonAnswer(200, showLatest(state, exchange, known))
  }
  const { id } = run()
  if (key) state.remembered.put(key, { path, kind, id, at: state.clock.now() })
  const status = kind === 'order' ? orderAnswerStatus(state, id) : 201
  return jsonAnswer(status, showLatest(state, exchange, { kind, id }))
}

function moneyRoutes({ state }: Parts): Route<Handler>[] {
  return [
    {
      method: 'POST',
      pattern: '/v2/checkout/orders',
      run: (exchange) =>
        once(state, exchange, 'order', () => createOrder(state, readBody(exchange), requestIdOf(exchange))),
    },
    {
      method: 'GET',
      pattern: '/v2/checkout/orders/:id',
      run: (_exchange, id) => jsonAnswer(200, showOrder(state, findOrder(state, id))),
    },
    {
      method: 'POST',
      pattern: '/v2/checkout/orders/:id/capture',
      run: (exchange, id) => once(state, exchange, 'capture_order', () => captureOrder(state, id)),
    },
    {
      method: 'GET',
      pattern: '/v2/payments/captures/:id',
      run: (_exchange, id) => jsonAnswer(200, showCapture(state, findCapture(state, id))),
    },
    {
      method: 'POST',
      pattern: '/v2/payments/captures/:id/refund',
      run: (exchange, id) => once(state, exchange, 'refund', () => refundCapture(state, id, readBody(exchange))),
    },
    {
      method: 'GET',
      pattern: '/v2/payments/refunds/:id',
      run: (_exchange, id) => {
        const refund = state.refunds.get(id)
        if (!refund) throw notFound()
        return jsonAnswer(200, showRefund(state, refund))
      },
    },
    {
      method: 'GET',
      pattern: '/v1/customer/disputes',
      run: (exchange) => {
        const capture = exchange.query.get('disputed_transaction_id')
        const items = state.disputes.all().filter((dispute) => capture === null || dispute.captureId === capture)
        return jsonAnswer(200, { items: items.map((dispute) => showDisputeSummary(state, dispute)), links: [] })
      },
    },
    {
      method: 'GET',
      pattern: '/v1/customer/disputes/:id',
      run: (_exchange, id) => {
        const dispute = state.disputes.get(id)
        if (!dispute) throw notFound()
        return jsonAnswer(200, showDispute(state, dispute))
      },
    },
  ]
}

function notificationRoutes({ state, signature }: Parts): Route<Handler>[] {
  const root = '/v1/notifications'
  function findEvent(id: string) {
    const event = state.events.get(id)
    if (!event) throw notFound()
    return event
  }
  return [
    {
      method: 'POST',
      pattern: `${root}/verify-webhook-signature`,
      run: (exchange) => jsonAnswer(200, signature.verify(exchange)),
    },
    {
      method: 'GET',
      pattern: `${root}/webhooks-events`,
      run: (exchange) => {
        const size = Math.min(Number(exchange.query.get('page_size') ?? '10') || 10, 300)
        const events = state.events.all().reverse().slice(0, size)
        return jsonAnswer(200, { events, count: events.length, links: [] })
      },
    },
    { method: 'GET', pattern: `${root}/webhooks-events/:id`, run: (_exchange, id) => jsonAnswer(200, findEvent(id)) },
    {
      method: 'POST',
      pattern: `${root}/webhooks-events/:id/resend`,
      run: (_exchange, id) => {
        const event = findEvent(id)
        state.enqueue(event.id, event.event_type)
        return jsonAnswer(202, event)
      },
    },
  ]
}

/** Orders v2, Payments v2 and the webhook addresses, behind an OAuth token. */
export function createPayPalApi(parts: Parts) {
  const routes = [...moneyRoutes(parts), ...notificationRoutes(parts)]
  const running = new Set<string>()

  async function guarded(exchange: Exchange, run: () => Answer): Promise<Answer> {
    const requestId = exchange.method === 'POST' ? requestIdOf(exchange) : null
    if (requestId && running.has(requestId)) {
      const description = 'A previous request with the same PayPal-Request-Id is in progress.'
      throw new PayPalError(409, [{ issue: 'PREVIOUS_REQUEST_IN_PROGRESS', description }])
    }
    if (requestId) running.add(requestId)
    try {
      await exchange.pause()
      return run()
    } finally {
      if (requestId) running.delete(requestId)
    }
  }

  return async (exchange: Exchange): Promise<Answer> => {
    try {
      if (exchange.method === 'POST' && exchange.path === '/v1/oauth2/token') {
        await exchange.pause()
        return parts.tokens.issue(exchange)
      }
      parts.tokens.require(exchange)
      const route = findRoute(routes, exchange.method, exchange.path)
      if (!route) throw notFound()
      return await guarded(exchange, () => route.run(exchange, route.params.id ?? ''))
    } catch (error) {
      if (error instanceof PayPalError) return error.toAnswer()
      throw error
    }
  }
}
