import { z } from 'zod'
import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { log } from '#lib/platform/log.ts'
import { type PaymentRow, readPayment } from './payment-row.ts'
import type { PaymentMethod, PaymentState } from './schema.ts'
import { settlePayment } from './settle-payment.ts'

/** What the return page says: where the payment stands, and whether the provider could be asked just now. */
export interface ReturnedPayment {
  readonly id: string
  readonly billNumber: string
  readonly state: PaymentState
  readonly method: PaymentMethod
  readonly amountMinor: bigint
  readonly currency: string
  readonly failure: string | null
  readonly checkoutUrl: string | null
  readonly asked: boolean
}

interface Returning {
  readonly paymentId: string
  /** Whether whoever came back may see this payment. */
  readonly isTheirs: (payment: PaymentRow) => boolean
}

/**
 * Settles a payment of the person who came back from the provider, as well as it can be done now; the webhook and the
 * reconciler do the rest. Null for a payment that is not theirs or not of this bill.
 */
export async function settleReturned(
  grant: Grant<'payments:view'>,
  { billId, paymentId }: { billId: string; paymentId: string },
): Promise<ReturnedPayment | null> {
  return settleOnReturn(grant, { paymentId, isTheirs: (payment) => payment.billId === billId })
}

/** The same for whoever came by a link, whose payments are those that were begun by it. */
export async function settleOnReturn(
  grant: Grant<'payments:view' | 'bills:pay-by-link'>,
  { paymentId, isTheirs }: Returning,
): Promise<ReturnedPayment | null> {
  if (!z.uuid().safeParse(paymentId).success) return null
  const before = await inScope(grant, (tx) => readPayment(tx, paymentId))
  if (!before || before.brand !== grant.brand || !isTheirs(before)) return null
  if (before.state === 'succeeded') return returned(before, true)
  const own = systemGrant('payments.return', 'payments:settle', { brand: before.brand, subject: before.subjectId })
  let asked = true
  try {
    asked = !(await settlePayment(own, paymentId)).fault
  } catch (fault) {
    asked = false
    log.error({ payment: paymentId, fault }, 'a payment could not be settled on return')
  }
  return returned((await inScope(grant, (tx) => readPayment(tx, paymentId))) ?? before, asked)
}

function returned(payment: PaymentRow, asked: boolean): ReturnedPayment {
  const { id, billNumber, state, method, amountMinor, currency, failure, checkoutUrl } = payment
  return { id, billNumber, state, method, amountMinor, currency, failure, checkoutUrl, asked }
}
