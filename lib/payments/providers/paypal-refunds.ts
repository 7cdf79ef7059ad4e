import paypalSdk from '@paypal/checkout-server-sdk'
import { z } from 'zod'
import { onlyDeclared } from '../declared-fields.ts'
import { fromPayPalValue, toPayPalValue } from './paypal-amount.ts'
import { askPayPal } from './paypal-client.ts'
import { payPalFault } from './paypal-fault.ts'
import {
  AMOUNT_NOT_POSSIBLE,
  answer,
  type PaymentProvider,
  type ProviderDispute,
  type ProviderRefund,
} from './provider.ts'

export const PayPalMoney = z.object({ currency_code: z.string(), value: z.string() })

export const PayPalRefund = z.object({
  id: z.string().min(1),
  status: z.string(),
  amount: PayPalMoney,
  custom_id: z.string().optional(),
  create_time: z.string().optional(),
})

const PayPalDispute = z.object({
  dispute_id: z.string().min(1),
  status: z.string(),
  reason: z.string().default('other'),
  create_time: z.string(),
  dispute_amount: PayPalMoney,
  dispute_outcome: z.object({ outcome_code: z.string().default('') }).optional(),
})

const DisputeList = z.object({ items: z.array(z.object({ dispute_id: z.string().min(1) })).default([]) })

/** How a case can end without the seller paying. */
const KEPT: readonly string[] = [
  'RESOLVED_SELLER_FAVOUR',
  'RESOLVED_WITH_PAYOUT',
  'CANCELED_BY_BUYER',
  'DENIED',
  'NONE',
]

/** Money on its way back through PayPal. */
export const payPalRefunds: Pick<PaymentProvider, 'refund' | 'listDisputes'> = {
  async refund({ refundId, captureId, amountMinor, currency, sends }) {
    const value = toPayPalValue(amountMinor, currency)
    if (value === null) return AMOUNT_NOT_POSSIBLE
    // The mark by which it is found again; without it PayPal puts the payment's own there.
    const payload = { amount: { currency_code: currency, value }, custom_id: refundId }
    const request = new paypalSdk.payments.CapturesRefundRequest(captureId)
    Object.assign(request.headers, { 'PayPal-Request-Id': refundId, Prefer: 'return=representation' })
    request.body = onlyDeclared(payload, sends)
    return answer(async () => refundOf(PayPalRefund.parse(await askPayPal(request))), payPalFault)
  },
  listDisputes: ({ captureId }) =>
    answer(async () => {
      const { items } = DisputeList.parse(
        await askDisputes(`?disputed_transaction_id=${encodeURIComponent(captureId)}`),
      )
      const disputes: ProviderDispute[] = []
      // The list is a summary, which does not say how a case ended.
      for (const { dispute_id: id } of items)
        disputes.push(disputeOf(PayPalDispute.parse(await askDisputes(`/${encodeURIComponent(id)}`))))
      return disputes
    }, payPalFault),
}

function askDisputes(path: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' }
  return askPayPal({ path: `/v1/customer/disputes${path}`, verb: 'GET', headers })
}

export function refundOf(refund: z.output<typeof PayPalRefund>): ProviderRefund {
  const { currency_code: currency, value } = refund.amount
  const failed = refund.status === 'FAILED' || refund.status === 'CANCELLED'
  return {
    ref: refund.id,
    refundId: refund.custom_id ?? null,
    amountMinor: fromPayPalValue(value, currency),
    currency,
    state: failed ? 'failed' : refund.status === 'COMPLETED' ? 'succeeded' : 'pending',
    at: refund.create_time ? new Date(refund.create_time) : new Date(0),
  }
}

function disputeOf(dispute: z.output<typeof PayPalDispute>): ProviderDispute {
  const { currency_code: currency, value } = dispute.dispute_amount
  const won = KEPT.includes(dispute.dispute_outcome?.outcome_code ?? '')
  return {
    ref: dispute.dispute_id,
    amountMinor: fromPayPalValue(value, currency),
    currency,
    state: dispute.status !== 'RESOLVED' ? 'open' : won ? 'won' : 'lost',
    reason: dispute.reason.toLowerCase(),
    at: new Date(dispute.create_time),
  }
}
