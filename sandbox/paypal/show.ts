import { type Money, moneyOf } from './money.ts'
import type { Capture, Dispute, Order, PayPalState, Refund } from './paypal-state.ts'

const MERCHANT = 'SANDBXMERCH22'
const PAYER = { email_address: 'buyer@example.com', payer_id: 'SANDBXBUYER22' }
const NAME = { given_name: 'Sandbox', surname: 'Buyer' }

const link = (href: string, rel: string, method: string) => ({ href, rel, method })

export const approvalUrl = (state: PayPalState, order: Order) => `${state.baseUrl()}/checkoutnow?token=${order.id}`

function orderLinks(state: PayPalState, order: Order) {
  const self = `${state.baseUrl()}/v2/checkout/orders/${order.id}`
  const links = [link(self, 'self', 'GET')]
  if (order.status === 'PAYER_ACTION_REQUIRED') links.push(link(approvalUrl(state, order), 'payer-action', 'GET'))
  if (order.status === 'CREATED') links.push(link(approvalUrl(state, order), 'approve', 'GET'))
  if (order.status === 'CREATED') links.push(link(self, 'update', 'PATCH'))
  if (order.status === 'CREATED' || order.status === 'APPROVED') links.push(link(`${self}/capture`, 'capture', 'POST'))
  return links
}

const feeOf = (capture: Capture) => Math.round(capture.minor * 0.029) + (capture.minor > 35 ? 35 : 0)

function captureLinks(state: PayPalState, capture: Capture) {
  const self = `${state.baseUrl()}/v2/payments/captures/${capture.id}`
  const up = `${state.baseUrl()}/v2/checkout/orders/${capture.orderId}`
  return [link(self, 'self', 'GET'), link(`${self}/refund`, 'refund', 'POST'), link(up, 'up', 'GET')]
}

/** A capture as the Orders API nests it. */
function showNestedCapture(state: PayPalState, capture: Capture) {
  const { currency, minor } = capture
  const pending = capture.status === 'PENDING' ? { status_details: { reason: 'PENDING_REVIEW' } } : {}
  const settled = capture.status !== 'PENDING' && capture.status !== 'DECLINED'
  const breakdown = {
    gross_amount: moneyOf(minor, currency),
    paypal_fee: moneyOf(feeOf(capture), currency),
    net_amount: moneyOf(minor - feeOf(capture), currency),
  }
  return {
    id: capture.id,
    status: capture.status,
    ...pending,
    amount: moneyOf(minor, currency),
    final_capture: true,
    disbursement_mode: 'INSTANT',
    seller_protection: { status: 'ELIGIBLE', dispute_categories: ['ITEM_NOT_RECEIVED', 'UNAUTHORIZED_TRANSACTION'] },
    ...(settled ? { seller_receivable_breakdown: breakdown } : {}),
    ...(capture.invoiceId ? { invoice_id: capture.invoiceId } : {}),
    ...(capture.customId ? { custom_id: capture.customId } : {}),
    links: captureLinks(state, capture),
    create_time: capture.createTime,
    update_time: capture.updateTime,
  }
}

export function showCapture(state: PayPalState, capture: Capture) {
  return {
    ...showNestedCapture(state, capture),
    payee: { email_address: 'merchant@example.com', merchant_id: MERCHANT },
    supplementary_data: { related_ids: { order_id: capture.orderId } },
  }
}

export function showRefund(state: PayPalState, refund: Refund) {
  const self = `${state.baseUrl()}/v2/payments/refunds/${refund.id}`
  const up = `${state.baseUrl()}/v2/payments/captures/${refund.captureId}`
  const amount: Money = moneyOf(refund.minor, refund.currency)
  return {
    id: refund.id,
    status: refund.status,
    ...(refund.status === 'PENDING' ? { status_details: { reason: 'ECHECK' } } : {}),
    amount,
    ...(refund.invoiceId ? { invoice_id: refund.invoiceId } : {}),
    ...(refund.customId ? { custom_id: refund.customId } : {}),
    ...(refund.note ? { note_to_payer: refund.note } : {}),
    seller_payable_breakdown: {
      gross_amount: amount,
      paypal_fee: moneyOf(0, refund.currency),
      net_amount: amount,
      total_refunded_amount: moneyOf(refund.totalMinor, refund.currency),
    },
    links: [link(self, 'self', 'GET'), link(up, 'up', 'GET')],
    create_time: refund.createTime,
    update_time: refund.updateTime,
  }
}

function paymentsOf(state: PayPalState, order: Order, referenceId: string) {
  const captures = order.captureIds.flatMap((id) => state.captures.get(id) ?? [])
  const own = captures.filter((capture) => capture.referenceId === referenceId)
  if (own.length === 0) return {}
  const refunds = state.refunds.all().filter((refund) => own.some((capture) => capture.id === refund.captureId))
  return {
    payments: {
      captures: own.map((capture) => showNestedCapture(state, capture)),
      ...(refunds.length > 0 ? { refunds: refunds.map((refund) => showRefund(state, refund)) } : {}),
    },
  }
}

/** The whole order, as GET and `Prefer: return=representation` show it. */
export function showOrder(state: PayPalState, order: Order) {
  const known = order.status === 'APPROVED' || order.status === 'COMPLETED'
  const paypal = known
    ? { email_address: PAYER.email_address, account_id: PAYER.payer_id, account_status: 'VERIFIED', name: NAME }
    : {}
  return {
    id: order.id,
    intent: 'CAPTURE',
    status: order.status,
    ...(known || order.newStyle ? { payment_source: { paypal } } : {}),
    purchase_units: order.units.map((unit) => ({
      ...unit,
      payee: { email_address: 'merchant@example.com', merchant_id: MERCHANT },
      ...paymentsOf(state, order, unit.reference_id),
    })),
    ...(known ? { payer: { ...PAYER, name: NAME, address: { country_code: 'US' } } } : {}),
    create_time: order.createTime,
    update_time: order.updateTime,
    links: orderLinks(state, order),
  }
}

/** What `Prefer: return=minimal`, the default, shows. A captured order keeps its payments in it. */
export function showOrderMinimal(state: PayPalState, order: Order) {
  const whole = showOrder(state, order)
  const source = whole.payment_source ? { payment_source: whole.payment_source } : {}
  const short = { id: whole.id, status: whole.status, ...source, links: whole.links }
  if (order.captureIds.length === 0) return short
  const units = order.units.map(({ reference_id }) => ({ reference_id, ...paymentsOf(state, order, reference_id) }))
  return { ...short, purchase_units: units, payer: whole.payer }
}

/** A case as customer_disputes_v1 shows it, as far as it is looked at. */
export function showDispute(state: PayPalState, dispute: Dispute) {
  const self = `${state.baseUrl()}/v1/customer/disputes/${dispute.id}`
  return {
    dispute_id: dispute.id,
    create_time: dispute.createTime,
    update_time: dispute.updateTime,
    disputed_transactions: [{ seller_transaction_id: dispute.captureId }],
    reason: dispute.reason,
    status: dispute.status,
    dispute_amount: moneyOf(dispute.minor, dispute.currency),
    ...(dispute.outcome ? { dispute_outcome: { outcome_code: dispute.outcome } } : {}),
    dispute_life_cycle_stage: 'CHARGEBACK',
    links: [{ href: self, rel: 'self', method: 'GET' }],
  }
}

/** A case in a list of them: how it ended is not told there. */
export function showDisputeSummary(state: PayPalState, dispute: Dispute) {
  const { dispute_id, reason, status, dispute_amount, create_time, update_time, links } = showDispute(state, dispute)
  return { dispute_id, reason, status, dispute_amount, create_time, update_time, links }
}
