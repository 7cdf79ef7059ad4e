import Stripe from 'stripe'
import { SANDBOX_DEFAULTS } from '../start-sandbox.ts'

/** The real client, talking to the stand-in. */
export function stripeClient(baseUrl: string, key: string = SANDBOX_DEFAULTS.stripeSecretKey): Stripe {
  const { hostname, port } = new URL(baseUrl)
  return new Stripe(key, {
    host: hostname,
    port: Number(port),
    protocol: 'http',
    maxNetworkRetries: 0,
    telemetry: false,
  })
}

/** A session for one line, with whatever else a test needs. */
export function sessionFor(amount: number, more: Partial<Stripe.Checkout.SessionCreateParams> = {}, currency = 'eur') {
  const params: Stripe.Checkout.SessionCreateParams = {
    mode: 'payment',
    line_items: [
      { quantity: 1, price_data: { currency, unit_amount: amount, product_data: { name: 'Electricity in May' } } },
    ],
    success_url: 'http://127.0.0.1:9/paid?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://127.0.0.1:9/bill',
    ...more,
  }
  return params
}
