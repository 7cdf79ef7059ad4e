import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../start-sandbox.ts'
import { sessionFor, stripeClient } from '../trial/stripe-client.ts'
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

const sessionCount = async () => (await stripe.checkout.sessions.list({ limit: 100 })).data.length

it('gives the first answer again for the same key and parameters, and says so', async () => {
  const before = await sessionCount()
  const first = await stripe.checkout.sessions.create(sessionFor(900), { idempotencyKey: 'same' })
  const second = await stripe.checkout.sessions.create(sessionFor(900), { idempotencyKey: 'same' })
  expect(second.id).toBe(first.id)
  expect(second.lastResponse.headers['idempotent-replayed']).toBe('true')
  expect(second.lastResponse.headers['original-request']).toBe(first.lastResponse.requestId)
  expect(first.lastResponse.headers['idempotent-replayed']).toBeUndefined()
  expect(await sessionCount()).toBe(before + 1)
})

it('refuses another amount, and another endpoint, under a used key', async () => {
  await stripe.checkout.sessions.create(sessionFor(900), { idempotencyKey: 'amount' })
  const other = await failure(stripe.checkout.sessions.create(sessionFor(901), { idempotencyKey: 'amount' }))
  expect(other).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  const elsewhere = await failure(stripe.customers.create({}, { idempotencyKey: 'amount' }))
  expect(elsewhere).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
})

it('does not remember what failed validation', async () => {
  expect(await failure(stripe.checkout.sessions.create(sessionFor(1), { idempotencyKey: 'bad' }))).toMatchObject({
    code: 'amount_too_small',
  })
  const good = await stripe.checkout.sessions.create(sessionFor(900), { idempotencyKey: 'bad' })
  expect(good.lastResponse.headers['idempotent-replayed']).toBeUndefined()
})

it('remembers a decline, which did run', async () => {
  const params = { amount: 900, currency: 'eur', payment_method: 'pm_card_chargeDeclined', confirm: true }
  const first = await failure(stripe.paymentIntents.create(params, { idempotencyKey: 'decline' }))
  const second = await failure(stripe.paymentIntents.create(params, { idempotencyKey: 'decline' }))
  expect(first).toMatchObject({ statusCode: 402, code: 'card_declined' })
  expect(second).toMatchObject({ statusCode: 402, headers: { 'idempotent-replayed': 'true' } })
  expect((await stripe.charges.list()).data).toHaveLength(1)
})

it('answers 409 to a second request while the first one runs', async () => {
  await switches.fault({ kind: 'delay', delayMs: 400, match: { method: 'POST', path: '/v1/customers' } })
  const slow = stripe.customers.create({ name: 'Slow' }, { idempotencyKey: 'both' })
  let second: unknown = null
  for (let attempt = 0; attempt < 50 && second === null; attempt++) {
    const running = (await switches.requests()).some((request) => request.headers['idempotency-key'] === 'both')
    if (running) second = await failure(stripe.customers.create({ name: 'Slow' }, { idempotencyKey: 'both' }))
  }
  expect(second).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  const { id } = await slow
  expect((await stripe.customers.create({ name: 'Slow' }, { idempotencyKey: 'both' })).id).toBe(id)
})

it('forgets a key after 24 hours', async () => {
  const first = await stripe.customers.create({ name: 'Old' }, { idempotencyKey: 'old' })
  await switches.advance(23 * 3600)
  expect((await stripe.customers.create({ name: 'Old' }, { idempotencyKey: 'old' })).id).toBe(first.id)
  await switches.advance(2 * 3600)
  expect((await stripe.customers.create({ name: 'Old' }, { idempotencyKey: 'old' })).id).not.toBe(first.id)
})
