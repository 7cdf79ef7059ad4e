import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { chargeSavedCard } from './charge-saved-card.ts'
import { convergePayment } from './converge-payment.ts'
import { isUnderWay } from './lifecycle.ts'
import { openCheckout } from './open-checkout.ts'
import { type PaymentRow, readPayment } from './payment-row.ts'
import type { Answer, CheckoutOutcome, ProviderFault } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'
import { askedToWait, noteWait } from './retry-after.ts'
import type { PaymentState } from './schema.ts'

/** Where a payment stands after its provider was asked; with the fault where it could not be. */
export interface Settlement {
  readonly state: PaymentState
  readonly fault?: ProviderFault
}

/**
 * Asks the provider what has become of a payment and brings ours to it: collects what the person approved, closes a
 * checkout whose bill is settled otherwise, posts money once. May be called by anyone at any time, any number of times.
 * @throws Refusal `payments.not_found`
 */
export async function settlePayment(grant: Grant<'payments:settle'>, paymentId: string): Promise<Settlement> {
  const payment = await inScope(grant, (tx) => readPayment(tx, paymentId))
  if (!payment) throw new Refusal('payments.not_found')
  if (payment.state === 'succeeded') return { state: payment.state }
  const own = systemGrant(workOf(grant), 'payments:settle', { brand: payment.brand, subject: payment.subjectId })
  const asked = await askProvider(own, payment)
  if (!asked.ok) return settleFault(own, payment, asked.fault)
  return { state: await convergePayment(own, paymentId, asked.value) }
}

function workOf({ actor }: Grant): string {
  return 'id' in actor ? actor.id : actor.kind
}

async function askProvider(grant: Grant<'payments:settle'>, payment: PaymentRow): Promise<Answer<CheckoutOutcome>> {
  const waiting = askedToWait(payment)
  if (waiting) return waiting
  const provider = providerOf(payment.provider)
  const ref = payment.providerRef ?? (await recoverRef(grant, payment))
  if (typeof ref !== 'string') return ref
  const found = await provider.fetchOutcome(ref)
  if (!found.ok || !isUnderWay(payment.state)) return found
  const { kind } = found.value
  if (kind !== 'open' && kind !== 'approved') return found
  if (!payment.owed)
    return provider.close ? provider.close(ref) : { ok: true, value: { kind: 'expired', code: 'not_owed' } }
  if (kind === 'open' || !provider.capture) return found
  const collected = await provider.capture(ref, payment.id)
  if (!collected.ok && collected.fault.kind === 'unknown')
    await convergePayment(grant, payment.id, { kind: 'lost', code: collected.fault.code })
  return collected
}

/** The answer to our request for a checkout was lost: while the provider knows the key, it gives the same again. */
async function recoverRef(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
): Promise<string | Answer<CheckoutOutcome>> {
  // A charge without the person whose answer was lost is found again by its mark, or made under the same key.
  if (payment.way === 'saved')
    return isUnderWay(payment.state) ? chargeSavedCard(grant, payment) : { ok: true, value: { kind: 'expired' } }
  const gone = { ok: true, value: { kind: 'expired', code: 'never_opened' } } as const
  const minutes = (clock.now().getTime() - payment.createdAt.getTime()) / 60_000
  if (!isUnderWay(payment.state) || minutes > providerOf(payment.provider).keyLifetimeMinutes) return gone
  const opened = await openCheckout(grant, payment)
  if (opened.ok) return opened.value.ref
  // Nobody was sent to a checkout that we know nothing of; after a while it is given up.
  return opened.fault.kind === 'unavailable' || minutes < 10 ? opened : gone
}

/** To have asked in vain moves nothing; what has to be kept of it is kept already. */
async function settleFault(
  grant: Grant<'payments:settle'>,
  payment: PaymentRow,
  fault: ProviderFault,
): Promise<Settlement> {
  if (fault.kind === 'declined')
    return { state: await convergePayment(grant, payment.id, { kind: 'failed', code: fault.code }) }
  if (fault.retryAfter && fault.code !== 'asked_to_wait') await noteWait(grant, payment.id, fault.retryAfter)
  if (fault.kind === 'rejected') log.error({ payment: payment.id, code: fault.code }, 'a provider refused our question')
  const now = await inScope(grant, (tx) => readPayment(tx, payment.id))
  return { state: now?.state ?? payment.state, fault }
}
