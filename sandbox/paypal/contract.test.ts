import { existsSync, readFileSync } from 'node:fs'
import Ajv, { type ValidateFunction } from 'ajv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SANDBOX_DEFAULTS, type Sandbox, startSandbox } from '../start-sandbox.ts'
import { orderFor } from '../trial/paypal-client.ts'
import { click, switchesOf } from '../trial/switches.ts'

const SPECS = '../shared/specs/paypal'
type Spec = 'checkout_orders_v2' | 'payments_payment_v2' | 'notifications_webhooks_v1'

function validatorsOf(spec: Spec): (schema: string) => ValidateFunction {
  const document = JSON.parse(readFileSync(`${SPECS}/${spec}.json`, 'utf8'))
  const ajv = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: `spec:${spec}`, components: document.components })
  return (schema) => ajv.compile({ $ref: `spec:${spec}#/components/schemas/${schema}` })
}

describe.skipIf(!existsSync(SPECS))("PayPal's own schemas (skipped without the specifications)", () => {
  let sandbox: Sandbox
  let token = ''

  async function ask(method: string, path: string, body?: unknown, prefer = 'return=representation') {
    const response = await fetch(`${sandbox.paypalUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return { status: response.status, body: await response.json() }
  }

  function expectValid(spec: Spec, schema: string, value: unknown) {
    const validate = validatorsOf(spec)(schema)
    validate(value)
    expect(validate.errors ?? []).toEqual([])
  }

  async function approvedOrder(choice = 'approve'): Promise<string> {
    const { body } = await ask('POST', '/v2/checkout/orders', orderFor('12.34', 'EUR', { custom_id: 'bill-7' }))
    await click(`${sandbox.paypalUrl}/checkoutnow?token=${body.id}`, { choice })
    return body.id
  }

  beforeAll(async () => {
    sandbox = await startSandbox()
    const { paypalClientId, paypalClientSecret } = SANDBOX_DEFAULTS
    const basic = Buffer.from(`${paypalClientId}:${paypalClientSecret}`).toString('base64')
    const response = await fetch(`${sandbox.paypalUrl}/v1/oauth2/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    })
    token = (await response.json()).access_token
  })

  afterAll(() => sandbox.stop())

  it.each(['return=representation', 'return=minimal'])(
    'hold for orders with %s, before and after capture',
    async (prefer) => {
      const created = await ask('POST', '/v2/checkout/orders', orderFor('12.34'), prefer)
      expectValid('checkout_orders_v2', 'order', created.body)
      const id = await approvedOrder()
      expectValid('checkout_orders_v2', 'order', (await ask('GET', `/v2/checkout/orders/${id}`)).body)
      const captured = await ask('POST', `/v2/checkout/orders/${id}/capture`, {}, prefer)
      expect(captured.body.purchase_units[0].payments.captures).toHaveLength(1)
      expectValid('checkout_orders_v2', 'order', captured.body)
    },
  )

  it('hold for captures and refunds, settled and pending', async () => {
    for (const choice of ['approve', 'held']) {
      const { body } = await ask('POST', `/v2/checkout/orders/${await approvedOrder(choice)}/capture`)
      const id = body.purchase_units[0].payments.captures[0].id
      expectValid('payments_payment_v2', 'capture-2', (await ask('GET', `/v2/payments/captures/${id}`)).body)
      if (choice === 'held') continue
      const amount = { currency_code: 'EUR', value: '1.00' }
      const refund = await ask('POST', `/v2/payments/captures/${id}/refund`, { amount })
      expectValid('payments_payment_v2', 'refund', refund.body)
      await switchesOf(sandbox.paypalUrl).post('refunds/next', { outcome: 'PENDING' })
      const pending = await ask('POST', `/v2/payments/captures/${id}/refund`, { amount })
      expectValid('payments_payment_v2', 'refund', (await ask('GET', `/v2/payments/refunds/${pending.body.id}`)).body)
      const order = await ask('GET', `/v2/checkout/orders/${body.id}`)
      expectValid('checkout_orders_v2', 'order', order.body)
    }
  })

  it('hold for errors', async () => {
    const malformed = await ask('POST', '/v2/checkout/orders', { intent: 'CAPTURE' })
    expect(malformed.status).toBe(400)
    expectValid('checkout_orders_v2', 'error_400', malformed.body)
    const missing = await ask('GET', '/v2/checkout/orders/NONE')
    expect(missing.status).toBe(404)
    expectValid('checkout_orders_v2', 'error_404', missing.body)
    const id = await approvedOrder('declined')
    const declined = await ask('POST', `/v2/checkout/orders/${id}/capture`)
    expect(declined.status).toBe(422)
    expectValid('checkout_orders_v2', 'error_422', declined.body)
    const anonymous = await fetch(`${sandbox.paypalUrl}/v2/payments/captures/X`)
    expectValid('payments_payment_v2', 'error_401', await anonymous.json())
  })

  it('hold for events and the answer about a signature', async () => {
    const { body } = await ask('GET', '/v1/notifications/webhooks-events?page_size=100')
    expect(body.events.length).toBeGreaterThan(3)
    expectValid('notifications_webhooks_v1', 'EventList', body)
    for (const event of body.events) expectValid('notifications_webhooks_v1', 'event', event)
    const [event] = body.events
    const question = {
      auth_algo: 'SHA256withRSA',
      cert_url: 'http://127.0.0.1/x',
      transmission_id: 'tx1',
      transmission_sig: 'sx1',
      transmission_time: '2026-01-01T00:00:00Z',
      webhook_id: 'ANOTHER1',
      webhook_event: event,
    }
    expectValid('notifications_webhooks_v1', 'verify_webhook_signature', question)
    const verdict = await ask('POST', '/v1/notifications/verify-webhook-signature', question)
    expect(verdict.body).toEqual({ verification_status: 'FAILURE' })
    expectValid('notifications_webhooks_v1', 'verify_webhook_signature_response', verdict.body)
  })
})
