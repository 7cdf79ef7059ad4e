import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '../start-sandbox.ts'
import { orderFor, type PayPalResult, payPalClient } from '../trial/paypal-client.ts'
import { receiveWebhooks } from '../trial/receive-webhooks.ts'
import { click, switchesOf } from '../trial/switches.ts'

let sandbox: Sandbox
let hooks: Awaited<ReturnType<typeof receiveWebhooks>>
let paypal: ReturnType<typeof payPalClient>
let switches: ReturnType<typeof switchesOf>

beforeAll(async () => {
  hooks = await receiveWebhooks()
  sandbox = await startSandbox({ paypalWebhookUrl: hooks.url })
  paypal = payPalClient(sandbox.paypalUrl)
  switches = switchesOf(sandbox.paypalUrl)
})

afterAll(async () => {
  await sandbox.stop()
  await hooks.stop()
})

const linkOf = (order: PayPalResult, rel: string) => order.links.find((link) => link.rel === rel)?.href ?? ''
const captureOf = (order: PayPalResult) => order.purchase_units?.[0]?.payments?.captures[0]

async function approved(value: string, choice = 'approve', currency = 'EUR', more: object = {}) {
  const { result } = await paypal.createOrder(orderFor(value, currency, more))
  await click(linkOf(result, 'approve'), { choice })
  return result.id
}

async function captured(value: string, currency = 'EUR') {
  const { result } = await paypal.captureOrder(await approved(value, 'approve', currency))
  return captureOf(result)?.id ?? ''
}

describe('an order through the real client', () => {
  it('is created, approved on the page, captured, and told in verified webhooks', async () => {
    const created = await paypal.createOrder(orderFor('12.34', 'EUR', { custom_id: 'bill-7', invoice_id: 'bill-7' }))
    expect(created).toMatchObject({ statusCode: 201, result: { status: 'CREATED' } })
    expect(await paypal.failure(paypal.captureOrder(created.result.id))).toMatchObject({
      status: 422,
      issue: 'ORDER_NOT_APPROVED',
    })
    const page = linkOf(created.result, 'approve')
    const shown = await (await fetch(page)).text()
    expect(shown).toContain('Sandbox - no real money moves')
    expect(shown).toContain('12.34 EUR')
    expect(shown).toContain(`http://127.0.0.1:9/bill?token=${created.result.id}`)
    expect(shown).not.toContain('<script')
    const back = await click(page, { choice: 'approve' })
    expect(back.headers.get('location')).toMatch(
      new RegExp(`^http://127.0.0.1:9/paid\\?token=${created.result.id}&PayerID=`),
    )
    expect((await paypal.getOrder(created.result.id)).result.status).toBe('APPROVED')

    const paid = await paypal.captureOrder(created.result.id, 'key-1')
    expect(paid).toMatchObject({ statusCode: 201, result: { status: 'COMPLETED' } })
    expect(captureOf(paid.result)).toMatchObject({ status: 'COMPLETED', amount: { value: '12.34' } })
    expect(await paypal.failure(paypal.captureOrder(created.result.id, 'key-2'))).toMatchObject({
      status: 422,
      issue: 'ORDER_ALREADY_CAPTURED',
    })
    await switches.flush()
    expect(hooks.types()).toEqual(['CHECKOUT.ORDER.APPROVED', 'PAYMENT.CAPTURE.COMPLETED'])
  })

  it('lets its webhooks be verified, and only as they came', async () => {
    const { headers, body } = hooks.received[0] ?? { headers: {}, body: '{}' }
    const question = (event: unknown, more: object = {}) => ({
      auth_algo: headers['paypal-auth-algo'],
      cert_url: headers['paypal-cert-url'],
      transmission_id: headers['paypal-transmission-id'],
      transmission_sig: headers['paypal-transmission-sig'],
      transmission_time: headers['paypal-transmission-time'],
      webhook_id: SANDBOX_DEFAULTS.paypalWebhookId,
      webhook_event: event,
      ...more,
    })
    const verdict = async (asked: object) =>
      (await paypal.post('/v1/notifications/verify-webhook-signature', asked)).result.verification_status
    const event = JSON.parse(body)
    expect(await verdict(question(event))).toBe('SUCCESS')
    expect(await verdict(question({ ...event, event_type: 'PAYMENT.CAPTURE.COMPLETED' }))).toBe('FAILURE')
    const { id, ...rest } = event
    expect(await verdict(question({ ...rest, id }))).toBe('FAILURE')
    expect(await verdict(question(event, { webhook_id: 'ANOTHER1' }))).toBe('FAILURE')
    expect(await verdict(question(event, { transmission_time: '2020-01-01T00:00:00Z' }))).toBe('FAILURE')
    expect(await paypal.failure(paypal.post('/v1/notifications/verify-webhook-signature', {}))).toMatchObject({
      status: 400,
    })
  })

  it('is declined at capture, and paid after another approval', async () => {
    const id = await approved('20.00', 'declined')
    expect(await paypal.failure(paypal.captureOrder(id, 'decline'))).toMatchObject({ issue: 'INSTRUMENT_DECLINED' })
    await click(`${sandbox.paypalUrl}/checkoutnow?token=${id}`, { choice: 'approve' })
    expect((await paypal.captureOrder(id, 'decline')).result.status).toBe('COMPLETED')
  })

  it('is held for review, and then denied', async () => {
    const { result } = await paypal.captureOrder(await approved('20.00', 'held'))
    const capture = captureOf(result)
    expect(capture?.status).toBe('PENDING')
    await switches.post(`captures/${capture?.id}/settle`, { outcome: 'DENIED' })
    expect((await paypal.getCapture(capture?.id ?? '')).result.status).toBe('DECLINED')
    await switches.flush()
    expect(hooks.types().slice(-2)).toEqual(['PAYMENT.CAPTURE.PENDING', 'PAYMENT.CAPTURE.DENIED'])
  })

  it('is gone when nobody approved it for three hours', async () => {
    const { result } = await paypal.createOrder(orderFor('20.00'))
    await switches.advance(4 * 3600)
    expect(await paypal.failure(paypal.getOrder(result.id))).toMatchObject({ status: 404 })
    expect((await fetch(linkOf(result, 'approve'))).status).toBe(404)
  })

  it('asks for the payer in the newer way too', async () => {
    const experience_context = { return_url: 'http://127.0.0.1:9/paid', cancel_url: 'http://127.0.0.1:9/bill' }
    const { application_context: _, ...bare } = orderFor('20.00')
    const body = { ...bare, payment_source: { paypal: { experience_context } } }
    expect(await paypal.failure(paypal.createOrder(body))).toMatchObject({ issue: 'PAYPAL_REQUEST_ID_REQUIRED' })
    const made = await paypal.createOrder(body, 'newer')
    expect(made).toMatchObject({ statusCode: 200, result: { status: 'PAYER_ACTION_REQUIRED' } })
    expect((await click(linkOf(made.result, 'payer-action'), { choice: 'approve' })).status).toBe(303)
  })

  it.each([
    ['12.345', 'EUR', 'DECIMAL_PRECISION'],
    ['1200.5', 'JPY', 'DECIMAL_PRECISION'],
    ['1200.50', 'HUF', 'DECIMAL_PRECISION'],
    ['1200.50', 'TWD', 'DECIMAL_PRECISION'],
    ['0.00', 'EUR', 'CANNOT_BE_ZERO_OR_NEGATIVE'],
    ['12.00', 'KWD', 'INVALID_CURRENCY_CODE'],
    ['12,00', 'EUR', 'INVALID_PARAMETER_SYNTAX'],
  ])('of %s %s is refused', async (value, currency, issue) => {
    expect(await paypal.failure(paypal.createOrder(orderFor(value, currency)))).toMatchObject({ issue })
  })

  it('refuses a breakdown that does not add up, and an invoice number twice', async () => {
    const amount = {
      currency_code: 'EUR',
      value: '10.00',
      breakdown: {
        item_total: { currency_code: 'EUR', value: '8.00' },
        tax_total: { currency_code: 'EUR', value: '1.99' },
      },
    }
    expect(await paypal.failure(paypal.createOrder(orderFor('10.00', 'EUR', { amount })))).toMatchObject({
      issue: 'AMOUNT_MISMATCH',
    })
    const again = await approved('12.34', 'approve', 'EUR', { invoice_id: 'bill-7' })
    expect(await paypal.failure(paypal.captureOrder(again))).toMatchObject({ issue: 'DUPLICATE_INVOICE_ID' })
  })
})

describe('refunds', () => {
  it('go back in parts, never past what was captured', async () => {
    const id = await captured('10.00')
    const part = await paypal.refundCapture(id, { amount: { currency_code: 'EUR', value: '3.00' } })
    expect(part).toMatchObject({ statusCode: 201, result: { status: 'COMPLETED', amount: { value: '3.00' } } })
    expect((await paypal.getRefund(part.result.id)).result.amount?.value).toBe('3.00')
    expect((await paypal.getCapture(id)).result.status).toBe('PARTIALLY_REFUNDED')
    const failing = (body: unknown) => paypal.failure(paypal.refundCapture(id, body))
    expect(await failing({ amount: { currency_code: 'EUR', value: '7.01' } })).toMatchObject({
      issue: 'REFUND_AMOUNT_EXCEEDED',
    })
    expect(await failing({ amount: { currency_code: 'USD', value: '1.00' } })).toMatchObject({
      issue: 'REFUND_CAPTURE_CURRENCY_MISMATCH',
    })
    expect((await paypal.refundCapture(id, {})).result.amount?.value).toBe('7.00')
    expect((await paypal.getCapture(id)).result.status).toBe('REFUNDED')
    expect(await failing({})).toMatchObject({ issue: 'CAPTURE_FULLY_REFUNDED' })
    await switches.flush()
    expect(hooks.types().slice(-2)).toEqual(['PAYMENT.CAPTURE.REFUNDED', 'PAYMENT.CAPTURE.REFUNDED'])
  })

  it('of yen have no decimals', async () => {
    const id = await captured('1200', 'JPY')
    expect((await paypal.refundCapture(id, {})).result.amount).toEqual({ currency_code: 'JPY', value: '1200' })
  })

  it('wait, then fail, and free their amount', async () => {
    const id = await captured('10.00')
    await switches.post('refunds/next', { outcome: 'PENDING' })
    const { result } = await paypal.refundCapture(id, {})
    expect(result.status).toBe('PENDING')
    await switches.post(`refunds/${result.id}/settle`, { outcome: 'FAILED' })
    expect((await paypal.getRefund(result.id)).result.status).toBe('FAILED')
    expect((await paypal.getCapture(id)).result.status).toBe('COMPLETED')
  })
})

describe('PayPal-Request-Id', () => {
  it('gives the latest state of what the first request made', async () => {
    const first = await paypal.createOrder(orderFor('10.00'), 'order-key')
    await click(linkOf(first.result, 'approve'), { choice: 'approve' })
    const again = await paypal.createOrder(orderFor('10.00'), 'order-key')
    expect(again).toMatchObject({ statusCode: 200, result: { id: first.result.id, status: 'APPROVED' } })
    const paid = await paypal.captureOrder(first.result.id, 'capture-key')
    const retry = await paypal.captureOrder(first.result.id, 'capture-key')
    expect(retry.statusCode).toBe(200)
    const capture = captureOf(paid.result)?.id ?? ''
    expect(captureOf(retry.result)?.id).toBe(capture)
    const half = { amount: { currency_code: 'EUR', value: '5.00' } }
    const refund = await paypal.refundCapture(capture, half, 'refund-key')
    expect((await paypal.refundCapture(capture, half, 'refund-key')).result.id).toBe(refund.result.id)
    expect((await paypal.getCapture(capture)).result.status).toBe('PARTIALLY_REFUNDED')
  })

  it('is forgotten after six hours', async () => {
    const id = await captured('10.00')
    const half = { amount: { currency_code: 'EUR', value: '5.00' } }
    const first = await paypal.refundCapture(id, half, 'old-key')
    await switches.advance(5 * 3600)
    expect((await paypal.refundCapture(id, half, 'old-key')).result.id).toBe(first.result.id)
    await switches.advance(2 * 3600)
    expect((await paypal.refundCapture(id, half, 'old-key')).result.id).not.toBe(first.result.id)
    expect((await paypal.getCapture(id)).result.status).toBe('REFUNDED')
  })
})

it('gives no token for a wrong secret, and nothing without a token', async () => {
  const authorization = `Basic ${Buffer.from(`${SANDBOX_DEFAULTS.paypalClientId}:wrong`).toString('base64')}`
  const refused = await fetch(`${sandbox.paypalUrl}/v1/oauth2/token`, {
    method: 'POST',
    headers: { authorization },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  expect(refused.status).toBe(401)
  expect(await refused.json()).toMatchObject({ error: 'invalid_client' })
  const bare = await fetch(`${sandbox.paypalUrl}/v2/checkout/orders/X`, {
    headers: { authorization: 'Bearer A21AA.1.2.3' },
  })
  expect(bare.status).toBe(401)
  expect(await bare.json()).toMatchObject({ name: 'AUTHENTICATION_FAILURE' })
})
