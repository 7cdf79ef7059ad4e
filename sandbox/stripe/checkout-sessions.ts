import type { Call, StripeRoute } from './call.ts'
import type { CheckoutSession } from './checkout-session-object.ts'
import { createCheckoutSession } from './create-checkout-session.ts'
import { listAnswer } from './list-answer.ts'
import { expireSession } from './settle-session.ts'
import { missing, stateError } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

const ROOT = '/v1/checkout/sessions'

function findSession(state: StripeState, { path }: Call): CheckoutSession {
  const session = state.sessions.get(path.id ?? '')
  if (!session) throw missing('checkout.session', path.id ?? '')
  return session
}

function expire(state: StripeState, call: Call): CheckoutSession {
  const session = findSession(state, call)
  if (session.status !== 'open') {
    throw stateError(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    )
  }
  return expireSession(state, session)
}

export const checkoutSessionRoutes: StripeRoute[] = [
  { method: 'POST', pattern: ROOT, run: createCheckoutSession },
  {
    method: 'GET',
    pattern: ROOT,
    run: (state, { params }) => listAnswer(state.sessions, params, ROOT, ['customer', 'payment_intent', 'status']),
  },
  { method: 'GET', pattern: `${ROOT}/:id`, run: findSession },
  { method: 'POST', pattern: `${ROOT}/:id/expire`, run: expire },
  {
    method: 'GET',
    pattern: `${ROOT}/:id/line_items`,
    run: (state, call) => {
      const { id } = findSession(state, call)
      return { object: 'list', data: state.lineItems.get(id) ?? [], has_more: false, url: `${ROOT}/${id}/line_items` }
    },
  },
]
