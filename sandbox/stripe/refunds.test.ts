import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../start-sandbox.ts'
import { stripeClient } from '../trial/stripe-client.ts'
import { switchesOf } from '../trial/switches.ts'

let sandbox: Sandbox
let stripe: ReturnType<typeof stripeClient>
let switches: ReturnType<typeof switchesOf>

beforeAll(async () => {
  sandbox = await startSandbox()
  stripe = stripeClient(sandbox.stripeUrl)
  switches = switchesOf(sandbox.stripeUrl)
})

afterAll(() => sandbox.stop())

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

async function paidIntent(amount: number, method = 'pm_card_visa') {
  return stripe.paymentIntents.create({
    amount,
    currency: 'eur',
    confirm: true,
    off_session: true,
    payment_method: method,
  })
}

const chargeOf = async (intent: { latest_charge: unknown }) => stripe.charges.retrieve(String(intent.latest_charge))

describe('refunds', () => {
  it('go back in parts, never past what was paid', async () => {
    const intent = await paidIntent(1000)
    const first = await stripe.refunds.create({
      payment_intent: intent.id,
      amount: 300,
      reason: 'requested_by_customer',
    })
    expect(first).toMatchObject({ status: 'succeeded', amount: 300, payment_intent: intent.id })
    expect(await stripe.refunds.retrieve(first.id)).toMatchObject({ id: first.id })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 300, refunded: false })
    expect(await failure(stripe.refunds.create({ payment_intent: intent.id, amount: 701 }))).toMatchObject({
      statusCode: 400,
      param: 'amount',
    })
    await stripe.refunds.create({ charge: String(intent.latest_charge) })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 1000, refunded: true })
    expect(await failure(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_already_refunded',
    })
    expect((await stripe.refunds.list({ payment_intent: intent.id })).data).toHaveLength(2)
  })

  it('race, and only what is left goes out', async () => {
    const intent = await paidIntent(1000)
    const tries = await Promise.allSettled(
      [600, 600].map((amount) => stripe.refunds.create({ payment_intent: intent.id, amount })),
    )
    expect(tries.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await chargeOf(intent)).amount_refunded).toBe(600)
  })

  it('are pending, then fail, and the charge has its amount again', async () => {
    const intent = await paidIntent(1000)
    await switches.post('refunds/next', { outcome: 'pending' })
    const refund = await stripe.refunds.create({ payment_intent: intent.id })
    expect(refund.status).toBe('pending')
    await switches.post(`refunds/${refund.id}/settle`, { outcome: 'failed' })
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: 'failed' })
    expect(await chargeOf(intent)).toMatchObject({ amount_refunded: 0, refunded: false })
    const events = await stripe.events.list({ types: ['refund.failed'] })
    expect(events.data[0]?.data.object).toMatchObject({ id: refund.id })
  })

  it('are refused while a dispute has the money', async () => {
    const intent = await paidIntent(1000)
    const opened = await switches.post('disputes', { charge: intent.latest_charge })
    expect(await failure(stripe.refunds.create({ payment_intent: intent.id }))).toMatchObject({
      code: 'charge_disputed',
    })
    await switches.post(`disputes/${opened.body.id}/close`, { outcome: 'won' })
    expect(await stripe.disputes.retrieve(opened.body.id)).toMatchObject({
      status: 'won',
      charge: intent.latest_charge,
    })
  })
})

describe('payment intents off session', () => {
  it('fail in the ways the test methods stand for', async () => {
    expect(await failure(paidIntent(500, 'pm_card_authenticationRequired'))).toMatchObject({
      type: 'StripeCardError',
      statusCode: 402,
      code: 'authentication_required',
      payment_intent: { status: 'requires_payment_method' },
    })
    expect(await failure(paidIntent(500, 'pm_none'))).toMatchObject({ code: 'resource_missing' })
  })

  it('are confirmed later or cancelled, not both', async () => {
    const one = await stripe.paymentIntents.create({ amount: 500, currency: 'eur', payment_method: 'pm_card_visa' })
    expect((await stripe.paymentIntents.confirm(one.id)).status).toBe('succeeded')
    expect(await failure(stripe.paymentIntents.cancel(one.id))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
    const two = await stripe.paymentIntents.create({ amount: 500, currency: 'eur' })
    expect((await stripe.paymentIntents.cancel(two.id)).status).toBe('canceled')
    expect(await failure(stripe.paymentIntents.confirm(two.id, { payment_method: 'pm_card_visa' }))).toMatchObject({
      code: 'payment_intent_unexpected_state',
    })
  })

  it('are listed newest first, page by page', async () => {
    const page = await stripe.paymentIntents.list({ limit: 2 })
    expect(page.has_more).toBe(true)
    const next = await stripe.paymentIntents.list({ limit: 2, starting_after: page.data[1]?.id ?? '' })
    expect(next.data[0]?.id).not.toBe(page.data[1]?.id)
    expect(await failure(stripe.paymentIntents.list({ limit: 101 }))).toMatchObject({ statusCode: 400 })
  })

  it('belong to customers who can be changed and deleted', async () => {
    const customer = await stripe.customers.create({ email: 'gone@example.com' })
    expect(await stripe.customers.update(customer.id, { metadata: { a: '1' }, name: 'G' })).toMatchObject({ name: 'G' })
    expect(await stripe.customers.del(customer.id)).toMatchObject({ deleted: true })
    expect(await failure(stripe.customers.retrieve(customer.id))).toMatchObject({ statusCode: 404 })
  })
})
