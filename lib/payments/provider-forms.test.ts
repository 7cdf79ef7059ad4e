import Stripe from 'stripe'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { paypal } from './providers/paypal.ts'
import { askPayPal } from './providers/paypal-client.ts'
import { fromStripeAmount, toStripeAmount } from './providers/stripe-amount.ts'
import { intentOutcome } from './providers/stripe-outcome.ts'
import { verifyPayPalWebhook } from './verify-paypal-webhook.ts'
import { verifyStripeWebhook } from './verify-stripe-webhook.ts'

// What providers send besides the forms that our own checkouts lead to. Nothing of it may be refused for good or asked
// for again without end.
vi.mock('./providers/paypal-client.ts', () => ({ askPayPal: vi.fn() }))
const answers = vi.mocked(askPayPal)

async function stripeNotice(event: unknown) {
  const payload = typeof event === 'string' ? event : JSON.stringify(event)
  const secret = (process.env.STRIPE_WEBHOOK_SECRET ?? '').split(',')[0] ?? ''
  const signature = new Stripe('sk_test_x').webhooks.generateTestHeaderString({ payload, secret })
  return verifyStripeWebhook(payload, new Headers({ 'stripe-signature': signature }))
}

describe('a webhook of Stripe’s', () => {
  const about = (object: unknown) => ({ id: 'evt_1', type: 'x.y', data: { object } })

  it.each([
    ['a session', about({ id: 'cs_1', object: 'checkout.session', payment_intent: 'pi_1' }), 'cs_1'],
    [
      'a session with its intent as a whole',
      about({ id: 'cs_1', object: 'checkout.session', payment_intent: {} }),
      'cs_1',
    ],
    ['a charge', about({ id: 'ch_1', object: 'charge', payment_intent: 'pi_1' }), 'pi_1'],
    ['a charge with its intent as a whole', about({ id: 'ch_1', payment_intent: { id: 'pi_1' } }), 'pi_1'],
    ['a charge without an intent', about({ id: 'ch_1', object: 'charge', payment_intent: null }), 'ch_1'],
    ['an object without an id', about({ object: 'balance', available: [] }), ''],
    ['a kind that is not known', about({ id: 'zz_1', object: 'something.new', enum: 'never_seen' }), 'zz_1'],
    ['a thin event', { id: 'evt_1', object: 'v2.core.event', type: 'x.y', related_object: { id: 'acct_1' } }, 'acct_1'],
    ['a thin event about nothing', { id: 'evt_1', object: 'v2.core.event', type: 'x.y', related_object: null }, ''],
    ['an event without data', { id: 'evt_1', type: 'x.y', data: null }, ''],
  ])('about %s is taken', async (_, event, objectRef) => {
    const notice = { provider: 'stripe', eventId: 'evt_1', type: 'x.y', objectRef }
    expect(await stripeNotice(event)).toEqual({ kind: 'accepted', notice })
  })

  it.each(['null', '[]', '{}', '{"id":"evt_1"}', '{'])('that is no event, %s, is refused for good', async (body) => {
    expect(await stripeNotice(body)).toEqual({ kind: 'never', reason: 'body not understood' })
  })
})

const HEADERS = new Headers({
  'paypal-auth-algo': 'SHA256withRSA',
  'paypal-cert-url': 'https://provider.example/cert',
  'paypal-transmission-id': 'x',
  'paypal-transmission-sig': 'x',
  'paypal-transmission-time': '2026-11-01T10:00:00Z',
})

describe('a webhook of PayPal’s', () => {
  beforeEach(() => {
    answers.mockReset()
    answers.mockResolvedValue({ verification_status: 'SUCCESS' })
  })

  it.each([
    ['an order', { id: 'O-1', supplementary_data: null, links: null }, 'O-1'],
    ['a capture', { id: 'C-1', supplementary_data: { related_ids: { order_id: 'O-1' } } }, 'O-1'],
    [
      'a refund',
      { id: 'R-1', links: [{ method: 'GET' }, { rel: 'up', href: 'https://x/v2/payments/captures/C-1' }] },
      'C-1',
    ],
    ['a case', { dispute_id: 'PP-D-1', disputed_transactions: [{ seller_transaction_id: 'C-1' }] }, 'C-1'],
    [
      'a case that names no transaction',
      { dispute_id: 'PP-D-1', disputed_transactions: [{ seller_transaction_id: null }] },
      '',
    ],
    ['an id that is a number', { id: 17, disputed_transactions: 'none' }, ''],
    ['nothing', undefined, ''],
    ['a text', 'resource', ''],
    ['null', null, ''],
  ])('about %s is taken', async (_, resource, objectRef) => {
    const body = JSON.stringify({ id: 'WH-1', event_type: 'SOMETHING.NEW', resource })
    const notice = { provider: 'paypal', eventId: 'WH-1', type: 'SOMETHING.NEW', objectRef }
    expect(await verifyPayPalWebhook(body, HEADERS)).toEqual({ kind: 'accepted', notice })
  })
})

describe('what PayPal answers', () => {
  const capture = (id: string, status: string) => ({ id, status, amount: { currency_code: 'JPY', value: '1200' } })
  const order = (...captures: unknown[]) =>
    answers.mockResolvedValue({ id: 'O-1', status: 'COMPLETED', purchase_units: [{ payments: { captures } }] })
  const outcome = async () => {
    const found = await paypal.fetchOutcome('O-1')
    return found.ok ? found.value : found.fault
  }

  it('about a capture in a state that is not known is no money', async () => {
    order(capture('C-1', 'IN_SOME_NEW_STATE'))
    expect(await outcome()).toEqual({ kind: 'pending' })
  })

  it('about several captures tells of the one that was taken', async () => {
    order(capture('C-1', 'DECLINED'), capture('C-2', 'COMPLETED'))
    expect(await outcome()).toMatchObject({ kind: 'captured', captureId: 'C-2', amountMinor: 1200n })
    order(capture('C-1', 'DECLINED'), capture('C-2', 'PENDING'))
    expect(await outcome()).toEqual({ kind: 'pending' })
  })

  it.each([
    [{ status: 'UNDER_REVIEW' }, 'open'],
    [{ status: 'SOMETHING_NEW' }, 'open'],
    [{ status: 'RESOLVED', dispute_outcome: { outcome_code: 'RESOLVED_BUYER_FAVOUR' } }, 'lost'],
    [{ status: 'RESOLVED', dispute_outcome: { outcome_code: 'RESOLVED_SELLER_FAVOUR' } }, 'won'],
    [{ status: 'RESOLVED', dispute_outcome: { outcome_code: 'CANCELED_BY_BUYER' } }, 'won'],
  ])('about a case is read from the case itself: %o is %s', async (told, state) => {
    const summary = { dispute_id: 'PP-D-1', status: told.status }
    const whole = {
      ...summary,
      create_time: '2026-11-01T10:00:00Z',
      dispute_amount: { currency_code: 'EUR', value: '5.00' },
      ...told,
    }
    answers.mockImplementation(async ({ path }) => (path.includes('?') ? { items: [summary] } : whole))
    expect(await paypal.listDisputes({ captureId: 'C-1', providerRef: 'O-1' })).toMatchObject({
      ok: true,
      value: [{ ref: 'PP-D-1', state, amountMinor: 500n, reason: 'other' }],
    })
  })
})

describe('amounts at Stripe', () => {
  it.each([
    ['JPY', 1200n, 1200],
    ['KWD', 12_340n, 12_340],
    ['KWD', 12_345n, null],
    ['ISK', 12n, 1200],
    ['UGX', 12n, 1200],
    ['MGA', 120_000n, 1200],
    ['MGA', 120_050n, null],
    ['EUR', 1234n, 1234],
  ])('%s %s are %s', (currency, minor, amount) => {
    expect(toStripeAmount(minor, currency)).toBe(amount)
    if (amount !== null) expect(fromStripeAmount(amount, currency.toLowerCase())).toBe(minor)
  })

  it('leave out a fee that was taken in another currency', () => {
    const intent = (currency: string): Stripe.PaymentIntent =>
      JSON.parse(
        `{"id":"pi_1","status":"succeeded","amount_received":1200,"currency":"jpy","created":1793000000,
          "latest_charge":{"created":1793000000,"balance_transaction":{"fee":35,"currency":"${currency}"}}}`,
      )
    expect(intentOutcome(intent('jpy'))).toMatchObject({ amountMinor: 1200n, feeMinor: 35n })
    expect(intentOutcome(intent('eur'))).not.toHaveProperty('feeMinor')
  })
})
