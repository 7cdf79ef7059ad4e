import { newIdentifier, newPayPalIdentifier } from '../wire/identifier.ts'
import type { Capture, Dispute, Order, PayPalState, Refund } from './paypal-state.ts'
import { showCapture, showDispute, showOrder, showRefund } from './show.ts'

interface Told {
  type: string
  resourceType: string
  summary: string
  resource: unknown
}

function emit(state: PayPalState, { type, resourceType, summary, resource }: Told): void {
  const id = `WH-${newPayPalIdentifier()}-${newIdentifier('', 17).toUpperCase()}`
  const self = `${state.baseUrl()}/v1/notifications/webhooks-events/${id}`
  state.events.put(id, {
    id,
    event_version: '1.0',
    create_time: state.clock.iso(),
    resource_type: resourceType,
    resource_version: '2.0',
    event_type: type,
    summary,
    resource: structuredClone(resource),
    links: [
      { href: self, rel: 'self', method: 'GET' },
      { href: `${self}/resend`, rel: 'resend', method: 'POST' },
    ],
  })
  state.enqueue(id, type)
}

export function emitOrderApproved(state: PayPalState, order: Order): void {
  const summary = 'An order has been approved by buyer'
  const resource = showOrder(state, order)
  emit(state, { type: 'CHECKOUT.ORDER.APPROVED', resourceType: 'checkout-order', summary, resource })
}

export function emitCapture(state: PayPalState, capture: Capture, what: 'COMPLETED' | 'PENDING' | 'DENIED'): void {
  const resource = showCapture(state, capture)
  const { currency_code, value } = resource.amount
  const summary = `Payment ${what.toLowerCase()} for ${value} ${currency_code}`
  emit(state, { type: `PAYMENT.CAPTURE.${what}`, resourceType: 'capture', summary, resource })
}

export function emitRefunded(state: PayPalState, refund: Refund): void {
  const resource = showRefund(state, refund)
  const { currency_code, value } = resource.amount
  const summary = `A ${value} ${currency_code} capture payment was refunded`
  emit(state, { type: 'PAYMENT.CAPTURE.REFUNDED', resourceType: 'refund', summary, resource })
}

export function emitDispute(state: PayPalState, dispute: Dispute, what: 'CREATED' | 'RESOLVED'): void {
  const resource = showDispute(state, dispute)
  const summary = what === 'CREATED' ? 'A new dispute opened' : 'A dispute was resolved'
  emit(state, { type: `CUSTOMER.DISPUTE.${what}`, resourceType: 'dispute', summary, resource })
}
