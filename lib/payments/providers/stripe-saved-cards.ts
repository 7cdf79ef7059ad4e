import type Stripe from 'stripe'
import { onlyDeclared } from '../declared-fields.ts'
import type { PaymentProvider, SavedChargeRequest } from './provider.ts'
import { answer } from './provider.ts'
import { toStripeAmount } from './stripe-amount.ts'
import { stripeClient } from './stripe-client.ts'
import { stripeFault } from './stripe-fault.ts'
import { intentOutcome } from './stripe-outcome.ts'

/** Charging a card that Stripe keeps for the person, without them. */
export const stripeSavedCards: Pick<PaymentProvider, 'chargeSaved' | 'forgetCard'> = {
  chargeSaved: (request) =>
    answer(async () => {
      // The key is forgotten after a day, the charge is not: what was made before is found first.
      const amount = toStripeAmount(request.amountMinor, request.currency)
      if (amount === null) return { ref: request.paymentId, outcome: { kind: 'failed', code: 'amount_not_possible' } }
      const known = await findCharge(request)
      const intent = known ?? (await charge(request, amount))
      return { ref: intent.id, outcome: intentOutcome(intent) }
    }, stripeFault),
  forgetCard: (methodRef) =>
    answer(async () => {
      await stripeClient().paymentMethods.detach(methodRef)
      return null
    }, stripeFault),
}

async function findCharge({ customerRef, paymentId }: SavedChargeRequest): Promise<Stripe.PaymentIntent | undefined> {
  const { data } = await stripeClient().paymentIntents.list({
    customer: customerRef,
    limit: 100,
    expand: ['data.latest_charge'],
  })
  return data.find(({ metadata }) => metadata.payment === paymentId)
}

function charge(request: SavedChargeRequest, amount: number): Promise<Stripe.PaymentIntent> {
  const payload = {
    amount,
    currency: request.currency.toLowerCase(),
    customer: request.customerRef,
    payment_method: request.methodRef,
    payment_method_types: ['card'],
    confirm: 'true',
    off_session: 'true',
    metadata: { bill_number: request.billNumber, payment: request.paymentId },
  }
  const { confirm: _confirm, off_session: _offSession, ...rest } = onlyDeclared(payload, request.sends)
  return stripeClient().paymentIntents.create(
    { ...rest, confirm: true, off_session: true, expand: ['latest_charge'] },
    { idempotencyKey: request.paymentId },
  )
}
