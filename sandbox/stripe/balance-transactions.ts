import type { StripeRoute } from './call.ts'
import { balanceTransaction } from './small-objects.ts'
import { missing } from './stripe-error.ts'
import type { StripeState } from './stripe-state.ts'

export function balanceTransactionById(state: StripeState, id: string): object | undefined {
  const charge = state.charges.all().find((one) => one.balance_transaction === id)
  if (charge) {
    const { amount, created, currency, description } = charge
    return balanceTransaction({ id, amount, created, currency, description, source: charge.id, type: 'charge' })
  }
  const refund = state.refunds.all().find((one) => one.balance_transaction === id)
  if (!refund) return undefined
  const { created, currency } = refund
  const description = 'REFUND FOR CHARGE'
  const amount = -refund.amount
  return balanceTransaction({ id, amount, created, currency, description, source: refund.id, type: 'refund' })
}

export const balanceTransactionRoutes: StripeRoute[] = [
  {
    method: 'GET',
    pattern: '/v1/balance_transactions/:id',
    run: (state, { path }) => {
      const found = balanceTransactionById(state, path.id ?? '')
      if (!found) throw missing('balance transaction', path.id ?? '')
      return found
    },
  },
]
