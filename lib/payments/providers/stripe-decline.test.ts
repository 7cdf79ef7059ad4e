import Stripe from 'stripe'
import { expect, it } from 'vitest'
import { declineClass } from '#lib/autopay/decline-class.ts'
import { stripeDecline } from './stripe-decline.ts'
import { stripeFault } from './stripe-fault.ts'

it.each([
  [{ code: 'card_declined', decline_code: 'insufficient_funds', advice_code: 'try_again_later' }, 'insufficient_funds'],
  [{ code: 'card_declined', decline_code: 'generic_decline' }, 'generic_decline'],
  [{ code: 'expired_card' }, 'expired_card'],
  [{ code: 'card_declined', decline_code: 'insufficient_funds', advice_code: 'do_not_try_again' }, 'do_not_try_again'],
  [{ code: 'card_declined', decline_code: 'do_not_honor', advice_code: 'confirm_card_data' }, 'confirm_card_data'],
  [{}, undefined],
] as const)('%o is %s', (error, code) => {
  expect(stripeDecline(error)).toBe(code)
})

it.each(['do_not_try_again', 'confirm_card_data'])('the advice %s ends the attempts by this card', (advice) => {
  const raw = { code: 'card_declined', decline_code: 'generic_decline', advice_code: advice, message: 'declined' }
  const fault = stripeFault(new Stripe.errors.StripeCardError({ ...raw, type: 'card_error' }))
  expect(fault).toEqual({ kind: 'declined', code: advice })
  expect([declineClass(fault.code), declineClass('generic_decline')]).toEqual(['hard', 'soft'])
})
