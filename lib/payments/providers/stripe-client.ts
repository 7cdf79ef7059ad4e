import Stripe from 'stripe'
import { environment } from '#lib/platform/environment.ts'

let client: Stripe | undefined

/** Stripe's own client; it repeats nothing by itself, so that each repetition is ours and carries our key. */
export function stripeClient(): Stripe {
  client ??= openClient()
  return client
}

function openClient(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL } = environment()
  const common = { maxNetworkRetries: 0, timeout: 10_000, telemetry: false }
  if (!STRIPE_API_URL) return new Stripe(STRIPE_SECRET_KEY, common)
  const { hostname, port, protocol } = new URL(STRIPE_API_URL)
  const plain = protocol === 'http:'
  return new Stripe(STRIPE_SECRET_KEY, {
    ...common,
    host: hostname,
    port: port || (plain ? '80' : '443'),
    protocol: plain ? 'http' : 'https',
  })
}
