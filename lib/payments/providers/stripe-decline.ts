import type Stripe from 'stripe'

/** Advice of a card's issuer by which the same card is not to be asked again, whatever the reason would allow. */
const FOR_GOOD = new Set(['do_not_try_again', 'confirm_card_data'])

/** Why a card was refused, as one code: the issuer's advice where it ends the matter, else the reason. */
export function stripeDecline(
  error: Pick<Stripe.PaymentIntent.LastPaymentError, 'advice_code' | 'code' | 'decline_code'>,
): string | undefined {
  const { advice_code: advice, code, decline_code: reason } = error
  return advice && FOR_GOOD.has(advice) ? advice : (reason ?? code)
}
