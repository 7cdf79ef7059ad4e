import { newPayPalIdentifier } from '../wire/identifier.ts'
import { emitRefunded } from './emit-event.ts'
import { minorOf, readMoney } from './money.ts'
import { notFound, unprocessable } from './paypal-error.ts'
import type { Capture, PayPalState, Refund } from './paypal-state.ts'
import { type Json, textOf } from './read-body.ts'

export function findCapture(state: PayPalState, id: string): Capture {
  const capture = state.captures.get(id)
  if (!capture) throw notFound()
  return capture
}

function readAmount(capture: Capture, body: Json): number {
  const left = capture.minor - capture.refundedMinor
  if (capture.status === 'PENDING' || capture.status === 'DECLINED') {
    throw unprocessable('REFUND_NOT_ALLOWED', 'A refund is not allowed for a capture that is not completed.')
  }
  if (left === 0) throw unprocessable('CAPTURE_FULLY_REFUNDED', 'The capture has already been fully refunded.')
  if (body.amount === undefined || body.amount === null) return left
  const amount = readMoney(body.amount, '/amount')
  if (amount.currency_code !== capture.currency) {
    const description = 'Refund must be in the same currency as the capture.'
    throw unprocessable('REFUND_CAPTURE_CURRENCY_MISMATCH', description, '/amount/currency_code')
  }
  if (minorOf(amount) > left) {
    const description =
      'The refund amount must be less than or equal to the capture amount that has not yet been refunded.'
    throw unprocessable('REFUND_AMOUNT_EXCEEDED', description, '/amount/value')
  }
  return minorOf(amount)
}

export function refundCapture(state: PayPalState, id: string, body: Json): Refund {
  const capture = findCapture(state, id)
  const minor = readAmount(capture, body)
  const now = state.clock.iso()
  const totalMinor = capture.refundedMinor + minor
  const pending = state.nextRefund === 'PENDING'
  state.nextRefund = null
  const refundId = newPayPalIdentifier()
  const refund = state.refunds.put(refundId, {
    id: refundId,
    captureId: capture.id,
    status: pending ? 'PENDING' : 'COMPLETED',
    currency: capture.currency,
    minor,
    totalMinor,
    customId: textOf(body, 'custom_id', '/custom_id', 127) ?? capture.customId,
    invoiceId: textOf(body, 'invoice_id', '/invoice_id', 127),
    note: textOf(body, 'note_to_payer', '/note_to_payer', 255),
    createTime: now,
    updateTime: now,
  })
  setRefunded(state, capture, totalMinor)
  if (!pending) emitRefunded(state, refund)
  return refund
}

function setRefunded(state: PayPalState, capture: Capture, refundedMinor: number): void {
  const part = refundedMinor === 0 ? 'COMPLETED' : 'PARTIALLY_REFUNDED'
  const status = refundedMinor === capture.minor ? 'REFUNDED' : part
  state.captures.put(capture.id, { ...capture, refundedMinor, status, updateTime: state.clock.iso() })
}

/** A pending refund comes through, or fails and frees its amount. PayPal has no event for the failure: it is found by asking. */
export function settleRefund(state: PayPalState, refund: Refund, outcome: 'COMPLETED' | 'FAILED'): Refund {
  const after = state.refunds.put(refund.id, { ...refund, status: outcome, updateTime: state.clock.iso() })
  if (outcome === 'COMPLETED') emitRefunded(state, after)
  else {
    const capture = findCapture(state, refund.captureId)
    setRefunded(state, capture, capture.refundedMinor - refund.minor)
  }
  return after
}
