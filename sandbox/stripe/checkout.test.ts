import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '../start-sandbox.ts'
import { receiveWebhooks } from '../trial/receive-webhooks.ts'
import { sessionFor, stripeClient } from '../trial/stripe-client.ts'
import { click, switchesOf } from '../trial/switches.ts'

let sandbox: Sandbox
let hooks: Awaited<ReturnType<typeof receiveWebhooks>>
let stripe: ReturnType<typeof stripeClient>
let switches: ReturnType<typeof switchesOf>

beforeAll(async () => {
  hooks = await receiveWebhooks()
  sandbox = await startSandbox({ stripeWebhookUrl: hooks.url, asyncDelayMs: 3_600_000 })
  stripe = stripeClient(sandbox.stripeUrl)
  switches = switchesOf(sandbox.stripeUrl)
})

afterAll(async () => {
  await sandbox.stop()
  await hooks.stop()
})

async function typesAfter(act: () => Promise<unknown>): Promise<string[]> {
  await switches.flush()
  const before = hooks.received.length
  await act()
  await switches.flush()
  return hooks.types().slice(before)
}

describe('hosted checkout through the real client', () => {
  it('is paid by a click, and tells the portal in signed events', async () => {
    const customer = await stripe.customers.create({ email: 'ada@example.com', metadata: { person: 'p-1' } })
    const session = await stripe.checkout.sessions.create(
      sessionFor(1234, {
        customer: customer.id,
        client_reference_id: 'bill-7',
        metadata: { bill: 'bill-7' },
        payment_intent_data: { metadata: { bill: 'bill-7' }, description: 'Bill 7' },
      }),
    )
    expect(session).toMatchObject({
      status: 'open',
      payment_status: 'unpaid',
      payment_intent: null,
      amount_total: 1234,
    })
    const url = session.url ?? ''
    const shown = await (await fetch(url)).text()
    expect(shown).toContain('Sandbox - no real money moves')
    expect(shown).toContain('12.34 EUR')
    expect(shown).not.toContain('<script')
    expect(shown).toContain('http://127.0.0.1:9/bill')

    const types = await typesAfter(async () => {
      const answer = await click(url, { method: 'card', choice: 'pay' })
      expect(answer.status).toBe(303)
      expect(answer.headers.get('location')).toBe(`http://127.0.0.1:9/paid?session=${session.id}`)
    })
    expect(types).toEqual([
      'payment_intent.created',
      'charge.succeeded',
      'payment_intent.succeeded',
      'checkout.session.completed',
    ])
    const paid = await stripe.checkout.sessions.retrieve(session.id, {
      expand: ['payment_intent.latest_charge.balance_transaction', 'line_items', 'customer'],
    })
    expect(paid).toMatchObject({
      status: 'complete',
      payment_status: 'paid',
      client_reference_id: 'bill-7',
      customer: { email: 'ada@example.com' },
      payment_intent: {
        status: 'succeeded',
        amount_received: 1234,
        metadata: { bill: 'bill-7' },
        latest_charge: { amount: 1234, paid: true, balance_transaction: { amount: 1234, type: 'charge' } },
      },
      line_items: { data: [{ description: 'Electricity in May', amount_total: 1234 }] },
    })
    const last = hooks.received.at(-1)
    const event = stripe.webhooks.constructEvent(
      last?.body ?? '',
      String(last?.headers['stripe-signature']),
      SANDBOX_DEFAULTS.stripeWebhookSecret,
    )
    expect((await stripe.events.retrieve(event.id)).data.object).toMatchObject({
      id: session.id,
      payment_status: 'paid',
    })
    const again = JSON.stringify(JSON.parse(last?.body ?? ''))
    expect(() =>
      stripe.webhooks.constructEvent(
        again,
        String(last?.headers['stripe-signature']),
        SANDBOX_DEFAULTS.stripeWebhookSecret,
      ),
    ).toThrow(/signature/i)
  })

  it('is declined, stays open, and can be paid with the same intent after', async () => {
    const session = await stripe.checkout.sessions.create(sessionFor(900))
    const url = session.url ?? ''
    const refused = await click(url, { method: 'card', choice: 'insufficient_funds' })
    expect(refused.status).toBe(402)
    expect(await refused.text()).toContain('Your card has insufficient funds.')
    const open = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
    expect(open).toMatchObject({
      status: 'open',
      payment_intent: {
        status: 'requires_payment_method',
        last_payment_error: { code: 'card_declined', decline_code: 'insufficient_funds' },
      },
    })
    expect((await click(url, { method: 'card', choice: 'pay' })).status).toBe(303)
    const paid = await stripe.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })
    expect(paid.payment_intent).toMatchObject({ status: 'succeeded', last_payment_error: null })
    const charges = await stripe.charges.list({ payment_intent: Object(open.payment_intent).id })
    expect(charges.data.map((charge) => charge.status)).toEqual(['succeeded', 'failed'])
  })

  it('is charged once when two tabs press the button', async () => {
    const session = await stripe.checkout.sessions.create(sessionFor(900))
    const url = session.url ?? ''
    const answers = await Promise.all([1, 2, 3].map(() => click(url, { method: 'card', choice: 'pay_and_leave' })))
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409])
    const { payment_intent } = await stripe.checkout.sessions.retrieve(session.id)
    expect((await stripe.charges.list({ payment_intent: String(payment_intent) })).data).toHaveLength(1)
  })

  it.each(['alipay', 'wechat_pay'] as const)(
    'completes unpaid with %s, and the money comes or does not',
    async (method) => {
      const wallet = sessionFor(
        5000,
        {
          allowed_payment_method_types: ['card', method],
        },
        'cny',
      )
      const first = await stripe.checkout.sessions.create(wallet)
      const promised = await typesAfter(() => click(first.url ?? '', { method, choice: 'later_succeeds' }))
      expect(promised).toEqual(['payment_intent.created', 'payment_intent.processing', 'checkout.session.completed'])
      expect(await stripe.checkout.sessions.retrieve(first.id)).toMatchObject({
        status: 'complete',
        payment_status: 'unpaid',
      })
      const settled = await typesAfter(() => switches.advance(3601))
      expect(settled).toContain('checkout.session.async_payment_succeeded')
      expect((await stripe.checkout.sessions.retrieve(first.id)).payment_status).toBe('paid')

      const second = await stripe.checkout.sessions.create(wallet)
      await click(second.url ?? '', { method, choice: 'later_succeeds' })
      const failed = await typesAfter(() => switches.post(`sessions/${second.id}/settle`, { outcome: 'fails' }))
      expect(failed).toEqual([
        'charge.failed',
        'payment_intent.payment_failed',
        'checkout.session.async_payment_failed',
      ])
      expect((await stripe.checkout.sessions.retrieve(second.id)).payment_status).toBe('unpaid')
    },
  )

  it('expires by order and by time, and then cannot be paid', async () => {
    const [one, two] = [
      await stripe.checkout.sessions.create(sessionFor(900)),
      await stripe.checkout.sessions.create(sessionFor(900)),
    ]
    expect((await stripe.checkout.sessions.expire(one.id)).status).toBe('expired')
    await expect(stripe.checkout.sessions.expire(one.id)).rejects.toThrow(/status of expired/)
    expect(await typesAfter(() => switches.advance(25 * 3600))).toContain('checkout.session.expired')
    expect((await click(two.url ?? '', { method: 'card', choice: 'pay' })).status).toBe(409)
    expect((await stripe.checkout.sessions.retrieve(two.id)).payment_intent).toBeNull()
  })
})

describe('what Stripe refuses', () => {
  const failure = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => error,
    )

  it('a wrong or missing key', async () => {
    const wrong = await failure(stripeClient(sandbox.stripeUrl, 'sk_test_another_key_1234').customers.create({}))
    expect(wrong).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 })
    expect(String(wrong)).not.toContain('another_key')
    const bare = await fetch(`${sandbox.stripeUrl}/v1/customers`)
    expect(bare.status).toBe(401)
    expect(await bare.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })

  it.each([
    ['too little', sessionFor(49), 'amount_too_small'],
    ['too little without decimals', sessionFor(49, {}, 'jpy'), 'amount_too_small'],
    ['too much', sessionFor(100_000_000), 'amount_too_large'],
    ['an unknown customer', sessionFor(900, { customer: 'cus_none' }), 'resource_missing'],
    ['a bad address', sessionFor(900, { success_url: 'javascript:alert(1)' }), 'url_invalid'],
  ])('%s', async (_name, params, code) => {
    expect(await failure(stripe.checkout.sessions.create(params))).toMatchObject({ statusCode: 400, code })
  })

  it('what it does not know, and what does not exist', async () => {
    const misspelt = Object.assign(sessionFor(900), { sucess_url: 'x' })
    expect(await failure(stripe.checkout.sessions.create(misspelt))).toMatchObject({
      code: 'parameter_unknown',
      param: 'sucess_url',
    })
    expect(await failure(stripe.checkout.sessions.retrieve('cs_none'))).toMatchObject({
      statusCode: 404,
      code: 'resource_missing',
    })
    expect(
      await failure(
        stripe.checkout.sessions.create(sessionFor(900, { allowed_payment_method_types: ['alipay'] }, 'sek')),
      ),
    ).toMatchObject({
      statusCode: 400,
    })
  })

  it('a fixed list of ways to pay in the version that has a filter, and not before', async () => {
    const form =
      'mode=payment&success_url=http%3A%2F%2F127.0.0.1%2F&line_items[0][price_data][currency]=eur&line_items[0][price_data][unit_amount]=900&line_items[0][price_data][product_data][name]=Water&payment_method_types[]=card'
    const ask = (version: string) =>
      fetch(`${sandbox.stripeUrl}/v1/checkout/sessions`, {
        method: 'POST',
        body: form,
        headers: {
          authorization: `Bearer ${SANDBOX_DEFAULTS.stripeSecretKey}`,
          'content-type': 'application/x-www-form-urlencoded',
          'stripe-version': version,
        },
      })
    expect((await ask('2026-10-28.endive')).status).toBe(400)
    const older = await ask('2026-08-26.dahlia')
    expect(older.headers.get('stripe-version')).toBe('2026-08-26.dahlia')
    expect(await older.json()).toMatchObject({ payment_method_types: ['card'] })
  })

  it('nothing of currencies without decimals: 1200 yen are 1200', async () => {
    const session = await stripe.checkout.sessions.create(sessionFor(1200, {}, 'jpy'))
    expect(session.amount_total).toBe(1200)
    expect(await (await fetch(session.url ?? '')).text()).toContain('1200 JPY')
  })
})

it('shows hostile text of the portal as text', async () => {
  const params = sessionFor(900)
  const [line] = params.line_items ?? []
  if (line?.price_data?.product_data) line.price_data.product_data.name = '<img src=x onerror=alert(1)>'
  const session = await stripe.checkout.sessions.create(params)
  const shown = await (await fetch(session.url ?? '')).text()
  expect(shown).toContain('&lt;img src=x')
  expect(shown).not.toContain('<img')
})
