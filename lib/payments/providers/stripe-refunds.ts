import type Stripe from 'stripe'
import { onlyDeclared } from '../declared-fields.ts'
import type { PaymentProvider, ProviderDispute, ProviderRefund, RefundRequest } from './provider.ts'
import { AMOUNT_NOT_POSSIBLE, answer } from './provider.ts'
import { fromStripeAmount, toStripeAmount } from './stripe-amount.ts'
import { stripeClient } from './stripe-client.ts'
import { stripeFault } from './stripe-fault.ts'

/** Money on its way back through Stripe. A capture's id is that of its payment intent. */
export const stripeRefunds: Pick<PaymentProvider, 'refund' | 'listRefunds' | 'listDisputes'> = {
  async refund(request) {
    const amount = toStripeAmount(request.amountMinor, request.currency)
    if (amount === null) return AMOUNT_NOT_POSSIBLE
    const params = refundParams(request, amount)
    return answer(
      async () => refundOf(await stripeClient().refunds.create(params, { idempotencyKey: request.refundId })),
      stripeFault,
    )
  },
  listRefunds: ({ captureId }) =>
    answer(async () => {
      const { data } = await stripeClient().refunds.list({ payment_intent: captureId, limit: 100 })
      return data.map(refundOf)
    }, stripeFault),
  listDisputes: ({ captureId }) =>
    answer(async () => {
      const { data } = await stripeClient().disputes.list({ payment_intent: captureId, limit: 100 })
      return data.flatMap(disputeOf)
    }, stripeFault),
}

function refundParams({ refundId, captureId, sends }: RefundRequest, amount: number): Stripe.RefundCreateParams {
  const payload = { payment_intent: captureId, amount, metadata: { refund: refundId } }
  return onlyDeclared(payload, sends)
}

function refundOf(refund: Stripe.Refund): ProviderRefund {
  if (refund.object !== 'refund') throw new Error('no refund')
  const failed = refund.status === 'failed' || refund.status === 'canceled'
  return {
    ref: refund.id,
    refundId: refund.metadata?.refund ?? null,
    amountMinor: fromStripeAmount(refund.amount, refund.currency),
    currency: refund.currency.toUpperCase(),
    state: failed ? 'failed' : refund.status === 'succeeded' ? 'succeeded' : 'pending',
    at: new Date(refund.created * 1000),
    ...(refund.failure_reason ? { code: refund.failure_reason } : {}),
  }
}

/** An inquiry that has not become a case takes no money and is none of ours. */
function disputeOf({ id, amount, currency, status, reason, created }: Stripe.Dispute): ProviderDispute[] {
  if (status.startsWith('warning_') || status === 'prevented') return []
  return [
    {
      ref: id,
      amountMinor: fromStripeAmount(amount, currency),
      currency: currency.toUpperCase(),
      state: status === 'won' ? 'won' : status === 'lost' ? 'lost' : 'open',
      reason,
      at: new Date(created * 1000),
    },
  ]
}
