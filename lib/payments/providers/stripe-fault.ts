import Stripe from 'stripe'
import { neverLeft, type ProviderFault, retryAfterOf } from './provider.ts'
import { stripeDecline } from './stripe-decline.ts'

const { errors } = Stripe

/** The one place where Stripe's errors get a meaning. */
export function stripeFault(fault: unknown): ProviderFault {
  if (!(fault instanceof errors.StripeError)) return { kind: 'unknown', code: 'no_answer' }
  const code = fault.code ?? fault.type
  if (fault instanceof errors.StripeCardError) return { kind: 'declined', code: stripeDecline(fault) ?? code }
  if (fault instanceof errors.StripeConnectionError)
    return { kind: neverLeft(fault) ? 'unavailable' : 'unknown', code: 'no_answer' }
  if (fault instanceof errors.StripeRateLimitError || code === 'idempotency_key_in_use')
    return { kind: 'unavailable', code, ...retryAfterOf(fault.headers) }
  if (fault instanceof errors.StripeAPIError || (fault.statusCode ?? 500) >= 500)
    return { kind: 'unknown', code, ...retryAfterOf(fault.headers) }
  return { kind: 'rejected', code }
}
