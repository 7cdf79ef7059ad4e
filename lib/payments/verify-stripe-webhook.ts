import Stripe from 'stripe'
import { clock } from '#lib/platform/clock.ts'
import { environment } from '#lib/platform/environment.ts'
import { stripeClient } from './providers/stripe-client.ts'
import type { Verification } from './verification.ts'

/** Seconds by which a signature's stamp may differ from our clock, before or after it. */
const TOLERANCE = 300

/**
 * Verifies Stripe's signature over the exact bytes of the body, with the current secret or the one before it. The
 * client's own check lets stamps from the future pass; here they are refused as old ones are.
 */
export async function verifyStripeWebhook(body: string, headers: Headers): Promise<Verification> {
  const header = headers.get('stripe-signature')
  if (!header) return { kind: 'never', reason: 'signature missing' }
  const now = Math.floor(clock.now().getTime() / 1000)
  const stamp = Number(/(?:^|,)\s*t=(\d+)/.exec(header)?.[1])
  if (!(Math.abs(stamp - now) <= TOLERANCE)) return { kind: 'never', reason: 'stamp too old or too new' }
  const secrets = environment()
    .STRIPE_WEBHOOK_SECRET.split(',')
    .map((secret) => secret.trim())
  for (const secret of secrets) {
    try {
      const event = stripeClient().webhooks.constructEvent(body, header, secret, TOLERANCE, undefined, now)
      return { kind: 'accepted', notice: { ...noticeOf(event), provider: 'stripe' } }
    } catch (fault) {
      if (fault instanceof SyntaxError) return { kind: 'never', reason: 'body not understood' }
      if (!(fault instanceof Stripe.errors.StripeSignatureVerificationError)) throw fault
    }
  }
  return { kind: 'never', reason: 'signature wrong' }
}

function noticeOf(event: Stripe.Event) {
  return { eventId: event.id, type: event.type, objectRef: objectRefOf(event.data.object) }
}

/** A checkout session by its own id; charges, refunds and disputes by the payment intent that they belong to. */
function objectRefOf(object: object): string {
  if ('payment_intent' in object && typeof object.payment_intent === 'string' && !isSession(object))
    return object.payment_intent
  return 'id' in object && typeof object.id === 'string' ? object.id : ''
}

function isSession(object: object): boolean {
  return 'object' in object && object.object === 'checkout.session'
}
