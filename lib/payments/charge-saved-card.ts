import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { convergePayment } from './converge-payment.ts'
import { sendsTo } from './declared-fields.ts'
import type { PaymentRow } from './payment-row.ts'
import type { Answer, CheckoutOutcome, SavedChargeRequest } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'

const notDone = (code: string): Answer<CheckoutOutcome> => ({ ok: true, value: { kind: 'expired', code } })

/**
 * Charges the saved card of a payment, outside of any transaction, and keeps the provider's name of the charge. It may be
 * called again at any time: a charge that was made is found by its mark, so that the card is charged once. What was not
 * made is not made any more where the bill is paid meanwhile, the card was removed, or the provider forgot our key.
 * @returns the provider's name of the charge, or what the payment comes to without one
 */
export async function chargeSavedCard(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
): Promise<string | Answer<CheckoutOutcome>> {
  const card = await cardOf(grant, payment)
  const { findSaved, chargeSaved, keyLifetimeMinutes } = providerOf(payment.provider)
  if (!card || !findSaved || !chargeSaved) return notDone('card_removed')
  const request = requestFor(payment, card)
  const made = await findSaved(request)
  // No list to look in says nothing of a charge whose answer was lost.
  if (!made.ok && made.fault.kind === 'rejected' && payment.state === 'unknown') return made
  if (!made.ok) return heard(grant, payment, made)
  if (made.value) return keepRef(grant, payment, made.value)
  if (card.removedAt) return notDone('card_removed')
  if (!payment.owed) return notDone('not_owed')
  const minutes = (clock.now().getTime() - payment.createdAt.getTime()) / 60_000
  if (minutes > keyLifetimeMinutes) return notDone('never_charged')
  const charged = await chargeSaved(request)
  return charged.ok ? keepRef(grant, payment, charged.value) : heard(grant, payment, charged)
}

function cardOf(grant: Grant<'payments:settle'>, { savedCardId }: PaymentRow) {
  return savedCardId ? inScope(grant, (tx) => tx.savedCard.findUnique({ where: { id: savedCardId } })) : null
}

function requestFor(
  { id: paymentId, brand, provider, billNumber, amountMinor, currency }: PaymentRow,
  { customerRef, methodRef }: Pick<SavedChargeRequest, 'customerRef' | 'methodRef'>,
): SavedChargeRequest {
  return { paymentId, billNumber, amountMinor, currency, customerRef, methodRef, sends: sendsTo(brand, provider) }
}

/** The outcome is asked for by this name: it says more than the answer to the charge. */
async function keepRef(grant: Grant<'payments:settle'>, { id }: PaymentRow, ref: string): Promise<string> {
  const data = { providerRef: ref, askedAt: clock.now() }
  await inScope(grant, (tx) => tx.payment.updateMany({ where: { id, providerRef: null }, data }))
  return ref
}

/** Refused for good, nothing was charged; a lost answer may hide a charge, which the reconciler finds. */
async function heard(
  grant: Grant<'payments:settle'>,
  { id }: PaymentRow,
  answered: Extract<Answer<never>, { ok: false }>,
): Promise<Answer<CheckoutOutcome>> {
  const { kind, code } = answered.fault
  if (kind === 'rejected') return { ok: true, value: { kind: 'failed', code } }
  if (kind === 'unknown') await convergePayment(grant, id, { kind: 'lost', code })
  return answered
}
