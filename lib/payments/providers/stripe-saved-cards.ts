import type Stripe from 'stripe'
import { onlyDeclared } from '../declared-fields.ts'
import type { PaymentProvider, ProviderFault, SavedChargeRequest } from './provider.ts'
import { AMOUNT_NOT_POSSIBLE, answer } from './provider.ts'
import { toStripeAmount } from './stripe-amount.ts'
import { stripeClient } from './stripe-client.ts'
import { stripeFault } from './stripe-fault.ts'

/** Charging a card that Stripe keeps for the person, without them, and giving it up. */
export const stripeSavedCards: Required<Pick<PaymentProvider, 'findSaved' | 'chargeSaved' | 'forgetCard'>> = {
  findSaved: ({ customerRef, paymentId }) =>
    answer(async () => {
      const { data } = await stripeClient().paymentIntents.list({ customer: customerRef, limit: 100 })
      return data.find(({ metadata }) => metadata.payment === paymentId)?.id ?? null
    }, stripeFault),
  async chargeSaved(request) {
    const amount = toStripeAmount(request.amountMinor, request.currency)
    if (amount === null) return AMOUNT_NOT_POSSIBLE
    const params = chargeParams(request, amount)
    return answer(async () => {
      const intent = await stripeClient().paymentIntents.create(params, { idempotencyKey: request.paymentId })
      if (intent.object !== 'payment_intent') throw new Error('no payment intent')
      return intent.id
    }, stripeFault)
  },
  // Its customer was made for this card alone, so that nothing of the person stays there.
  async forgetCard({ customerRef, methodRef }) {
    const detached = await answer(() => stripeClient().paymentMethods.detach(methodRef), stripeFault)
    if (!detached.ok && !(await isDetached(methodRef))) return detached
    const deleted = await answer(() => stripeClient().customers.del(customerRef), stripeFault)
    return deleted.ok || isMissing(deleted.fault) ? { ok: true, value: null } : deleted
  },
}

/** Whether a card is nobody's there any more; false also where that cannot be asked. */
async function isDetached(methodRef: string): Promise<boolean> {
  const found = await answer(() => stripeClient().paymentMethods.retrieve(methodRef), stripeFault)
  return found.ok ? found.value.customer === null : isMissing(found.fault)
}

function isMissing({ kind, code }: ProviderFault): boolean {
  return kind === 'rejected' && code === 'resource_missing'
}

function chargeParams(request: SavedChargeRequest, amount: number): Stripe.PaymentIntentCreateParams {
  const payload = {
    amount,
    currency: request.currency.toLowerCase(),
    customer: request.customerRef,
    payment_method: request.methodRef,
    allowed_payment_method_types: ['card'],
    confirm: 'true',
    off_session: 'true',
    metadata: { bill_number: request.billNumber, payment: request.paymentId },
  }
  return { ...onlyDeclared(payload, request.sends), confirm: true, off_session: true }
}
