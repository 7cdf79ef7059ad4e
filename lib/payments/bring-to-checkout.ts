import { systemGrant } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { convergePayment } from './converge-payment.ts'
import { openCheckout } from './open-checkout.ts'
import type { PaymentRow } from './payment-row.ts'
import type { ProviderFault } from './providers/provider.ts'
import { providerOf } from './providers/provider-of.ts'
import { returnPath } from './return-path.ts'
import { settlePayment } from './settle-payment.ts'

interface Begun {
  readonly payment: PaymentRow
  readonly fresh: boolean
  readonly same: boolean
}

/**
 * The provider's page for a payment; null where it came to its end and a new one is needed: it ran out, or was for
 * another amount and is closed.
 * @throws Refusal `payments.under_way` and those of a provider that cannot or will not
 */
export async function bringToCheckout({ payment, fresh, same }: Begun): Promise<string | null> {
  const own = systemGrant('payments.start', 'payments:settle', { brand: payment.brand, subject: payment.subjectId })
  if (!payment.providerRef) {
    if (!same) {
      // Nobody was ever sent to it.
      await convergePayment(own, payment.id, { kind: 'expired', code: 'replaced' })
      return null
    }
    const opened = await openCheckout(own, payment)
    if (opened.ok) return opened.value.url
    if (fresh || opened.fault.kind === 'unavailable') throw refusalFor(opened.fault)
    // Asked twice under one key and no checkout: nobody was ever sent to one, so a new attempt may begin.
    await convergePayment(own, payment.id, { kind: 'expired', code: opened.fault.code })
    return null
  }
  const { state, fault } = await settlePayment(own, payment.id)
  if (state === 'created' && !same) return replaceCheckout(payment)
  if (state === 'created' && payment.checkoutUrl) return payment.checkoutUrl
  if (state === 'succeeded') return returnPath(payment)
  if (state === 'pending' || state === 'unknown') throw fault ? refusalFor(fault) : new Refusal('payments.under_way')
  return null
}

/** Closes a checkout for another amount; what was paid there meanwhile counts. */
async function replaceCheckout(payment: PaymentRow): Promise<null> {
  const own = systemGrant('payments.start', 'payments:settle', { brand: payment.brand, subject: payment.subjectId })
  const { close } = providerOf(payment.provider)
  const closed = close && payment.providerRef ? await close(payment.providerRef) : null
  if (closed && !closed.ok) throw refusalFor(closed.fault)
  await convergePayment(own, payment.id, closed?.value ?? { kind: 'expired', code: 'replaced' })
  return null
}

function refusalFor({ kind, code }: ProviderFault): Refusal {
  if (code === 'amount_too_small') return new Refusal('payments.amount_too_small', { field: 'amount' })
  if (code === 'amount_not_possible') return new Refusal('payments.amount_not_possible')
  switch (kind) {
    case 'unavailable':
      return new Refusal('payments.provider_unavailable')
    case 'unknown':
      return new Refusal('payments.provider_silent')
    case 'declined':
    case 'rejected':
      return new Refusal('payments.provider_refused')
  }
}
