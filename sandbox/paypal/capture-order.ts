import { newPayPalIdentifier } from '../wire/identifier.ts'
import { emitCapture } from './emit-event.ts'
import { minorOf } from './money.ts'
import { notFound, PayPalError, unprocessable } from './paypal-error.ts'
import type { Capture, Order, PayPalState, PurchaseUnit } from './paypal-state.ts'
import { approvalUrl } from './show.ts'

/** Three hours to approve, three more to capture; then the order is gone. */
const LIFETIME_MS = 3 * 3600 * 1000

export function findOrder(state: PayPalState, id: string): Order {
  const order = state.orders.get(id)
  if (!order) throw notFound()
  if (order.status !== 'COMPLETED' && state.clock.now() - order.touchedAt > LIFETIME_MS) throw notFound()
  return order
}

function checkInvoice(state: PayPalState, unit: PurchaseUnit): void {
  const taken = state.captures.all().some((one) => one.invoiceId === unit.invoice_id && one.status !== 'DECLINED')
  if (unit.invoice_id && taken) {
    const description =
      'Duplicate Invoice ID detected. To avoid a potential duplicate transaction your account setting requires that Invoice Id be unique for each transaction.'
    throw unprocessable('DUPLICATE_INVOICE_ID', description)
  }
}

function checkCapturable(state: PayPalState, order: Order): void {
  if (order.status === 'COMPLETED') {
    const description = "Order already captured. If 'intent=CAPTURE' only one capture per order is allowed."
    throw unprocessable('ORDER_ALREADY_CAPTURED', description)
  }
  if (order.status !== 'APPROVED') {
    const description =
      "Payer has not yet approved the Order for payment. Please redirect the payer to the 'rel':'approve' url returned as part of the HATEOAS links within the Create Order call."
    throw unprocessable('ORDER_NOT_APPROVED', description)
  }
  if (order.plan === 'declines') {
    const description =
      "The instrument presented was either declined by the processor or bank, or it can't be used for this payment."
    const redirect = { href: approvalUrl(state, order), rel: 'redirect', method: 'GET' }
    throw new PayPalError(422, [{ issue: 'INSTRUMENT_DECLINED', description }], [redirect])
  }
  for (const unit of order.units) checkInvoice(state, unit)
}

export function captureOrder(state: PayPalState, id: string): Order {
  const order = findOrder(state, id)
  checkCapturable(state, order)
  const now = state.clock.iso()
  const held = order.plan === 'held'
  const captures = order.units.map(
    (unit): Capture => ({
      id: newPayPalIdentifier(),
      orderId: order.id,
      referenceId: unit.reference_id,
      status: held ? 'PENDING' : 'COMPLETED',
      currency: unit.amount.currency_code,
      minor: minorOf(unit.amount),
      refundedMinor: 0,
      customId: unit.custom_id ?? null,
      invoiceId: unit.invoice_id ?? null,
      createTime: now,
      updateTime: now,
    }),
  )
  const captureIds = captures.map((capture) => capture.id)
  const completed = state.orders.put(order.id, { ...order, status: 'COMPLETED', updateTime: now, captureIds })
  for (const capture of captures) {
    state.captures.put(capture.id, capture)
    emitCapture(state, capture, held ? 'PENDING' : 'COMPLETED')
  }
  return completed
}

/** A capture held for review ends: the money comes, or it never does. */
export function settleCapture(state: PayPalState, capture: Capture, outcome: 'COMPLETED' | 'DENIED'): Capture {
  const status = outcome === 'DENIED' ? 'DECLINED' : 'COMPLETED'
  const after = state.captures.put(capture.id, { ...capture, status, updateTime: state.clock.iso() })
  emitCapture(state, after, outcome)
  return after
}
