import Stripe from 'stripe'
import { z } from 'zod'
import { clock } from '#lib/platform/clock.ts'
import { environment } from '#lib/platform/environment.ts'
import type { WebhookVerdict } from '#lib/platform/webhooks/index.ts'
import { stripeClient } from './providers/stripe-client.ts'

/** Seconds by which a signature's stamp may differ from our clock, before or after it. */
const TOLERANCE = 300

const Named = z.object({ id: z.string() })

/** As little of an event as tells what it is about: Stripe adds kinds, fields and forms of events as it likes. */
const Event = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  data: z
    .object({ object: z.record(z.string(), z.unknown()) })
    .optional()
    .catch(undefined),
  /** Of thin events, which carry no object. */
  related_object: Named.optional().catch(undefined),
})

/**
 * Verifies Stripe's signature over the exact bytes of the body, with the current secret or the one before it. The
 * client's own check lets stamps from the future pass; here they are refused as old ones are.
 */
export async function verifyStripeWebhook(body: string, headers: Headers): Promise<WebhookVerdict> {
  const header = headers.get('stripe-signature')
  if (!header) return { kind: 'never', reason: 'signature missing' }
  const now = Math.floor(clock.now().getTime() / 1000)
  const stamp = Number(/(?:^|,)\s*t=(\d+)/.exec(header)?.[1])
  if (!(Math.abs(stamp - now) <= TOLERANCE)) return { kind: 'never', reason: 'stamp too old or too new' }
  const secrets = environment()
    .STRIPE_WEBHOOK_SECRET.split(',')
    .map((secret) => secret.trim())
  if (!secrets.some((secret) => isSignedWith(secret, body, header, now)))
    return { kind: 'never', reason: 'signature wrong' }
  const notice = noticeOf(body)
  return notice ? { kind: 'accepted', notice } : { kind: 'never', reason: 'body not understood' }
}

function isSignedWith(secret: string, body: string, header: string, now: number): boolean {
  try {
    const { signature } = stripeClient().webhooks
    return signature?.verifyHeader(body, header, secret, TOLERANCE, undefined, now) === true
  } catch (fault) {
    if (fault instanceof Stripe.errors.StripeSignatureVerificationError) return false
    throw fault
  }
}

function noticeOf(body: string) {
  try {
    const { id, type, data, related_object } = Event.parse(JSON.parse(body))
    const objectRef = data ? objectRefOf(data.object) : (related_object?.id ?? '')
    return { provider: 'stripe', eventId: id, type, objectRef }
  } catch {
    return null
  }
}

/** A checkout session by its own id; charges, refunds and disputes by the payment intent that they belong to. */
function objectRefOf(object: Record<string, unknown>): string {
  const intent = object.object === 'checkout.session' ? null : idOf(object.payment_intent)
  return intent ?? idOf(object.id) ?? ''
}

/** Stripe names another object by its id, or, where that was asked for, as a whole. */
function idOf(reference: unknown): string | null {
  return typeof reference === 'string' ? reference : (Named.safeParse(reference).data?.id ?? null)
}
