import type { StripeRoute } from './call.ts'
import { listAnswer } from './list-answer.ts'
import type { PaymentMethod } from './small-objects.ts'
import { missing, stateError } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

function findMethod(state: StripeState, id: string): PaymentMethod {
  const method = state.paymentMethods.get(id)
  if (!method) throw missing('PaymentMethod', id)
  return method
}

/** Methods that a checkout saved for later (`setup_future_usage`). */
export const paymentMethodRoutes: StripeRoute[] = [
  {
    method: 'GET',
    pattern: '/v1/payment_methods',
    run: (state, { params }) => listAnswer(state.paymentMethods, params, '/v1/payment_methods', ['customer', 'type']),
  },
  { method: 'GET', pattern: '/v1/payment_methods/:id', run: (state, { path }) => findMethod(state, path.id ?? '') },
  {
    method: 'POST',
    pattern: '/v1/payment_methods/:id/detach',
    run: (state, { path }) => {
      const method = findMethod(state, path.id ?? '')
      if (method.customer === null)
        throw stateError('The payment method you provided is not attached to a customer so detachment is impossible.')
      const detached = state.paymentMethods.put(method.id, { ...method, customer: null })
      state.emit('payment_method.detached', detached)
      return detached
    },
  },
]
