import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Sandbox, startSandbox } from '../start-sandbox.ts'
import { orderFor, payPalClient } from '../trial/paypal-client.ts'
import { receiveWebhooks } from '../trial/receive-webhooks.ts'
import { sessionFor, stripeClient } from '../trial/stripe-client.ts'
import { switchesOf } from '../trial/switches.ts'

let sandbox: Sandbox
let hooks: Awaited<ReturnType<typeof receiveWebhooks>>
let stripe: ReturnType<typeof stripeClient>
let switches: ReturnType<typeof switchesOf>

beforeAll(async () => {
  hooks = await receiveWebhooks()
  sandbox = await startSandbox({ stripeWebhookUrl: hooks.url, webhookRetryMs: [20] })
  stripe = stripeClient(sandbox.stripeUrl)
  switches = switchesOf(sandbox.stripeUrl)
})

afterEach(async () => {
  await switches.clearFaults()
  await switches.flush()
})

afterAll(async () => {
  await sandbox.stop()
  await hooks.stop()
})

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )

const customers = async () => (await stripe.customers.list({ limit: 100 })).data.length

/** The client tries a closed connection once more by itself, with the same key: cut twice to be seen. */
const toCustomers = { method: 'POST', path: '/v1/customers' }

describe('faults of a request', () => {
  it('cut_before: nothing was done', async () => {
    const before = await customers()
    await switches.fault({ kind: 'cut_before', match: toCustomers, times: 2 })
    expect(await failure(stripe.customers.create({}, { idempotencyKey: 'cb' }))).toMatchObject({
      type: 'StripeConnectionError',
    })
    expect(await customers()).toBe(before)
    await stripe.customers.create({}, { idempotencyKey: 'cb' })
    expect(await customers()).toBe(before + 1)
  })

  it('cut_after: it was done, and the key finds it again', async () => {
    const before = await customers()
    await switches.fault({ kind: 'cut_after', match: toCustomers, times: 2 })
    expect(await failure(stripe.customers.create({}, { idempotencyKey: 'ca' }))).toMatchObject({
      type: 'StripeConnectionError',
    })
    expect(await customers()).toBe(before + 1)
    const again = await stripe.customers.create({}, { idempotencyKey: 'ca' })
    expect(again.lastResponse.headers['idempotent-replayed']).toBe('true')
    expect(await customers()).toBe(before + 1)
  })

  it('status_429 with Retry-After, then status_500, as often as asked', async () => {
    await switches.fault({ kind: 'status_429', match: { path: '/v1/customers*' }, times: 2, retryAfter: 7 })
    await switches.fault({ kind: 'status_500', match: { path: '/v1/customers*' } })
    for (let attempt = 0; attempt < 2; attempt++) {
      expect(await failure(stripe.customers.list())).toMatchObject({
        type: 'StripeRateLimitError',
        headers: { 'retry-after': '7' },
      })
    }
    expect(await failure(stripe.customers.list())).toMatchObject({ statusCode: 500, type: 'StripeAPIError' })
    expect(await failure(stripe.customers.list())).toBeNull()
  })

  it('delay: a caller that gave up finds it done', async () => {
    const before = await customers()
    await switches.fault({ kind: 'delay', delayMs: 300, match: toCustomers })
    expect(await failure(stripe.customers.create({}, { timeout: 100, idempotencyKey: 'slow' }))).toMatchObject({
      type: 'StripeConnectionError',
    })
    await expect.poll(customers).toBe(before + 1)
  })

  it('words them as PayPal does on its side', async () => {
    const paypal = payPalClient(sandbox.paypalUrl)
    const theirs = switchesOf(sandbox.paypalUrl)
    await theirs.fault({ kind: 'status_429', match: { method: 'POST', path: '/v2/checkout/orders' } })
    expect(await paypal.failure(paypal.createOrder(orderFor('10.00')))).toMatchObject({
      status: 429,
      name: 'RATE_LIMIT_REACHED',
    })
    await theirs.fault({ kind: 'cut_after', match: { method: 'POST', path: '/v2/checkout/orders' } })
    expect(await paypal.failure(paypal.createOrder(orderFor('10.00'), 'lost'))).toMatchObject({ status: 0 })
    expect((await paypal.createOrder(orderFor('10.00'), 'lost')).statusCode).toBe(200)
  })

  it('refuses orders that make no sense, and forms of other pages', async () => {
    expect((await switches.fault({ kind: 'earthquake' })).status).toBe(400)
    expect((await switches.fault({ kind: 'delay', times: 0 })).status).toBe(400)
    const form = await fetch(`${sandbox.stripeUrl}/_sandbox/faults`, {
      method: 'POST',
      body: new URLSearchParams({ kind: 'status_500' }),
    })
    expect(form.status).toBe(415)
  })
})

describe('faults of webhooks', () => {
  const bodies = () => hooks.received.map(({ body }): { id: string } => JSON.parse(body))

  it('duplicate_webhooks: the same event twice', async () => {
    await switches.fault({ kind: 'duplicate_webhooks', match: { type: 'customer.*' } })
    hooks.received.length = 0
    await stripe.customers.create({})
    await switches.flush()
    expect(bodies()).toHaveLength(2)
    expect(new Set(bodies().map(({ id }) => id)).size).toBe(1)
  })

  it('reorder_webhooks: the last comes first', async () => {
    await switches.fault({ kind: 'reorder_webhooks', times: 2 })
    hooks.received.length = 0
    const { id } = await stripe.customers.create({})
    await stripe.customers.del(id)
    await expect.poll(() => hooks.types()).toEqual(['customer.deleted', 'customer.created'])
  })

  it('reorder_webhooks: what is held goes out with a flush', async () => {
    await switches.fault({ kind: 'reorder_webhooks', times: 9 })
    hooks.received.length = 0
    const { id } = await stripe.customers.create({})
    await stripe.customers.del(id)
    expect(hooks.received).toHaveLength(0)
    await switches.flush()
    expect(hooks.types()).toEqual(['customer.deleted', 'customer.created'])
  })

  it('drop_webhooks: it never comes by itself, and can be sent again by hand', async () => {
    await switches.fault({ kind: 'drop_webhooks' })
    hooks.received.length = 0
    await stripe.customers.create({})
    await switches.flush()
    expect(hooks.received).toHaveLength(0)
    const [event] = (await stripe.events.list({ limit: 1 })).data
    const sent = await switches.resend(event?.id ?? '', 10)
    expect(sent.body.statuses).toEqual(Array(10).fill(200))
    expect(bodies().map(({ id }) => id)).toEqual(Array(10).fill(event?.id))
  })

  it('comes again until it is accepted', async () => {
    hooks.received.length = 0
    hooks.answerWith(500, 503, 302)
    await stripe.customers.create({})
    await expect.poll(() => hooks.received.length).toBe(4)
    expect(new Set(bodies().map(({ id }) => id)).size).toBe(1)
  })
})

it('writes down what it was told, without keys', async () => {
  await switches.forgetRequests()
  await stripe.checkout.sessions.create(sessionFor(900, { metadata: { bill: 'bill-7' } }), { idempotencyKey: 'logged' })
  const [request] = await switches.requests()
  expect(request).toMatchObject({
    method: 'POST',
    path: '/v1/checkout/sessions',
    headers: { 'idempotency-key': 'logged' },
    body: { metadata: { bill: 'bill-7' }, line_items: [{ price_data: { unit_amount: '900' } }] },
  })
  expect(JSON.stringify(request)).not.toContain('sk_test')
})

it('answers /health everywhere, and no request under another name', async () => {
  for (const url of [sandbox.stripeUrl, sandbox.paypalUrl, sandbox.mailboxUrl]) {
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' })
  }
})
