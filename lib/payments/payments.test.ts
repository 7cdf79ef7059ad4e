import Stripe from 'stripe'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { findBill, getBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { createBilledPerson } from '#lib/testing/billed-person.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { defineWebhook } from '#lib/web/define-webhook.ts'
import { convergePaymentJob } from '#worker/jobs/converge-payment.ts'
import { reconcilePaymentsJob } from '#worker/jobs/reconcile-payments.ts'
import {
  listPayments,
  receiveEvent,
  recordPastPayment,
  settlePayment,
  settleReturned,
  startPayment,
  verifyPayPalWebhook,
  verifyStripeWebhook,
} from './index.ts'
import type { PaymentMethod } from './schema.ts'

let world: PaymentWorld

beforeAll(async () => {
  world = await startPaymentWorld(async () => ({
    '/stripe': defineWebhook({ provider: 'stripe', verify: verifyStripeWebhook, receive: receiveEvent }),
    '/paypal': defineWebhook({ provider: 'paypal', verify: verifyPayPalWebhook, receive: receiveEvent }),
  }))
})
afterAll(() => world.stop())
beforeEach(async () => {
  clock.shift(0)
  await Promise.all([world.stripe.clearFaults(), world.paypal.clearFaults()])
})

const pay = (person: TestPerson, billId: string, method: PaymentMethod = 'card') =>
  startPayment(person.grant('payments:pay'), { billId, method, locale: 'en' })
const back = (person: TestPerson, billId: string, paymentId: string) =>
  settleReturned(person.grant('payments:view'), { billId, paymentId })
const system = () => systemGrant('test', 'payments:settle', { brand: '' })
const postings = (billId: string) =>
  database('system').ledgerEntry.findMany({ where: { billId, account: { startsWith: 'cash:' } } })
const stateOf = async (paymentId: string) =>
  (await database('system').payment.findUniqueOrThrow({ where: { id: paymentId } })).state

/** What the books must say whatever happened. */
async function expectPaidOnce(person: TestPerson, billId: string) {
  const bill = await getBill(person.grant('bills:view'), billId)
  expect(bill).toMatchObject({ state: 'paid', openMinor: 0n, paidMinor: bill.totalMinor })
  expect((await postings(billId)).map((entry) => entry.amountMinor)).toEqual([bill.totalMinor])
  const { _sum } = await database('system').ledgerEntry.aggregate({ where: { billId }, _sum: { amountMinor: true } })
  expect(_sum.amountMinor).toBe(0n)
}

describe('paying by card, Alipay and WeChat Pay', () => {
  it('goes from the bill to the receipt', async () => {
    const { person, bill } = await createBilledPerson()
    const started = await pay(person, bill.id)
    expect(started.redirectTo).toMatch(`${world.sandbox.stripeUrl}/c/pay/cs_test_`)
    const returned = await world.choose(started.redirectTo, 'pay')
    expect(new URL(returned ?? '').pathname).toBe(`/energybilling/me/bills/${bill.id}/return`)
    expect(await back(person, bill.id, started.paymentId)).toMatchObject({ state: 'succeeded', asked: true })
    await expectPaidOnce(person, bill.id)
    const [payment] = await listPayments(person.grant('payments:view'), { billId: bill.id })
    expect(payment).toMatchObject({ method: 'card', state: 'succeeded', amountMinor: bill.totalMinor })
    expect(payment?.captureId).toMatch(/^pi_/)
    await expect(pay(person, bill.id, 'paypal')).rejects.toMatchObject({ code: 'payments.nothing_to_pay' })
  })

  it('leaves the bill open when the card is declined or the person goes back, and the same checkout is there still', async () => {
    const { person, bill } = await createBilledPerson()
    const first = await pay(person, bill.id)
    expect(await world.choose(first.redirectTo, 'insufficient_funds')).toBeNull()
    expect(await back(person, bill.id, first.paymentId)).toMatchObject({ state: 'created' })
    expect(await postings(bill.id)).toEqual([])
    const again = await pay(person, bill.id)
    expect(again).toEqual(first)
    await world.choose(again.redirectTo, 'pay')
    await back(person, bill.id, again.paymentId)
    await expectPaidOnce(person, bill.id)
  })

  it('opens one checkout for two clicks, two tabs and two devices', async () => {
    const { person, bill } = await createBilledPerson()
    const started = await Promise.allSettled(Array.from({ length: 5 }, () => pay(person, bill.id)))
    const urls = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value.redirectTo] : []))
    expect(urls.length).toBeGreaterThan(0)
    expect(new Set([...urls, (await pay(person, bill.id)).redirectTo]).size).toBe(1)
    expect(await database('system').payment.count({ where: { billId: bill.id } })).toBe(1)
  })

  it('ends in one posting when ten settle at once, the webhook and the return among them', async () => {
    const { person, bill } = await createBilledPerson()
    const { redirectTo, paymentId } = await pay(person, bill.id)
    await world.choose(redirectTo, 'pay')
    await world.stripe.flush()
    await Promise.all([
      ...Array.from({ length: 8 }, () => settlePayment(system(), paymentId)),
      back(person, bill.id, paymentId),
      drainJobs(convergePaymentJob),
    ])
    await expectPaidOnce(person, bill.id)
  })

  it('settles by the webhook alone, the same event ten times at once', async () => {
    const { person, bill } = await createBilledPerson()
    const { redirectTo, paymentId } = await pay(person, bill.id)
    await world.choose(redirectTo, 'pay_and_leave')
    await world.stripe.flush()
    const { providerRef } = await database('system').payment.findUniqueOrThrow({ where: { id: paymentId } })
    const event = await database('system').providerEvent.findFirstOrThrow({ where: { objectRef: providerRef ?? '' } })
    const { body } = await world.stripe.resend(event.eventId, 10)
    expect(body.statuses).toEqual(Array.from({ length: 10 }, () => 200))
    expect(await database('system').providerEvent.count({ where: { eventId: event.eventId } })).toBe(1)
    expect((await drainJobs(convergePaymentJob)).failed).toBe(0)
    await expectPaidOnce(person, bill.id)
    const done = await database('system').providerEvent.findUniqueOrThrow({ where: { id: event.id } })
    expect(done.processedAt).not.toBeNull()
  })

  it('settles by the reconciler when no webhook comes and nobody returns', async () => {
    const { person, bill } = await createBilledPerson()
    await world.stripe.fault({ kind: 'drop_webhooks', times: 20 })
    const { redirectTo, paymentId } = await pay(person, bill.id)
    await world.choose(redirectTo, 'pay_and_leave')
    await reconcilePaymentsJob.run({})
    expect(await stateOf(paymentId)).toBe('created')
    clock.shift(4 * 60_000)
    await reconcilePaymentsJob.run({})
    await expectPaidOnce(person, bill.id)
  })

  it('knows a checkout again whose answer was lost on the way', async () => {
    const { person, bill } = await createBilledPerson()
    // The client tries a cut connection once more by itself, under the same key.
    await world.stripe.fault({ kind: 'cut_after', match: { method: 'POST', path: '/v1/checkout/sessions' }, times: 2 })
    await expect(pay(person, bill.id)).rejects.toMatchObject({ code: 'payments.provider_silent' })
    const lost = await database('system').payment.findFirstOrThrow({ where: { billId: bill.id } })
    expect([lost.state, lost.providerRef]).toEqual(['unknown', null])
    clock.shift(3 * 60_000)
    await reconcilePaymentsJob.run({})
    const found = await database('system').payment.findUniqueOrThrow({ where: { id: lost.id } })
    expect([found.state, found.providerRef]).toEqual(['created', expect.stringMatching(/^cs_test_/)])
    clock.shift(0)
    const again = await pay(person, bill.id)
    expect([again.paymentId, again.redirectTo]).toEqual([lost.id, found.checkoutUrl])
    await world.choose(again.redirectTo, 'pay')
    await back(person, bill.id, lost.id)
    await expectPaidOnce(person, bill.id)
  })

  it('keeps Alipay pending until the money has come, and says when it does not', async () => {
    for (const outcome of ['succeeds', 'fails'] as const) {
      const { person, bill } = await createBilledPerson()
      const { redirectTo, paymentId } = await pay(person, bill.id, 'alipay')
      await world.choose(redirectTo, 'later_succeeds', 'alipay')
      expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'pending' })
      for (const method of ['alipay', 'card', 'paypal'] as const)
        await expect(pay(person, bill.id, method)).rejects.toMatchObject({ code: 'payments.under_way' })
      const { providerRef } = await database('system').payment.findUniqueOrThrow({ where: { id: paymentId } })
      await world.stripe.post(`sessions/${providerRef}/settle`, { outcome })
      await world.stripe.flush()
      await drainJobs(convergePaymentJob)
      expect(await stateOf(paymentId)).toBe(outcome === 'succeeds' ? 'succeeded' : 'failed')
      if (outcome === 'succeeds') await expectPaidOnce(person, bill.id)
      else expect((await findBill(person.grant('bills:view'), bill.id))?.state).toBe('issued')
    }
  })

  it('gives up a checkout that ran out, and a new one can begin', async () => {
    const { person, bill } = await createBilledPerson()
    const first = await pay(person, bill.id)
    const { providerRef } = await database('system').payment.findUniqueOrThrow({ where: { id: first.paymentId } })
    const stripe = new Stripe(process.env.STRIPE_SECRET_KEY ?? '', {
      host: '127.0.0.1',
      port: new URL(world.sandbox.stripeUrl).port,
      protocol: 'http',
    })
    await stripe.checkout.sessions.expire(providerRef ?? '')
    const second = await pay(person, bill.id)
    expect(second.paymentId).not.toBe(first.paymentId)
    expect(await stateOf(first.paymentId)).toBe('abandoned')
  })

  it('says so when the provider is busy, and charges nothing', async () => {
    const { person, bill } = await createBilledPerson()
    await world.stripe.fault({ kind: 'status_429', match: { method: 'POST' } })
    await expect(pay(person, bill.id)).rejects.toMatchObject({ code: 'payments.provider_unavailable' })
    const { redirectTo, paymentId } = await pay(person, bill.id)
    await world.choose(redirectTo, 'pay')
    await world.stripe.fault({ kind: 'status_500', match: { method: 'GET' } })
    expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'created', asked: false })
    expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'succeeded', asked: true })
    await expectPaidOnce(person, bill.id)
  })
})

describe('paying by PayPal', () => {
  it('creates an order, collects what the person approved and posts it once', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const { redirectTo, paymentId } = await pay(person, bill.id, 'paypal')
    const returned = await world.choose(redirectTo, 'approve')
    expect(new URL(returned ?? '').searchParams.get('payment')).toBe(paymentId)
    expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'succeeded' })
    await world.paypal.flush()
    expect((await drainJobs(convergePaymentJob)).failed).toBe(0)
    await expectPaidOnce(person, bill.id)
  })

  it('collects by the webhook when the person approved and left', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const { redirectTo, paymentId } = await pay(person, bill.id, 'paypal')
    await world.choose(redirectTo, 'approve_and_leave')
    await world.paypal.flush()
    expect((await drainJobs(convergePaymentJob)).run).toBeGreaterThan(0)
    expect(await stateOf(paymentId)).toBe('succeeded')
    await expectPaidOnce(person, bill.id)
  })

  it('finds the money when the answer to collecting it was lost: ORDER_ALREADY_CAPTURED is not paid twice', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const { redirectTo, paymentId } = await pay(person, bill.id, 'paypal')
    await world.paypal.fault({ kind: 'drop_webhooks', times: 20 })
    await world.choose(redirectTo, 'approve')
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'POST', path: '*/capture' } })
    expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'unknown', asked: false })
    expect(await postings(bill.id)).toEqual([])
    clock.shift(3 * 60_000)
    await reconcilePaymentsJob.run({})
    await expectPaidOnce(person, bill.id)
    const { paypal } = await import('./providers/paypal.ts')
    const { providerRef } = await database('system').payment.findUniqueOrThrow({ where: { id: paymentId } })
    expect(await paypal.capture?.(providerRef ?? '', 'another-key')).toMatchObject({
      ok: true,
      value: { kind: 'captured' },
    })
  })

  it('ends in one posting when two collect at once', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const { redirectTo, paymentId } = await pay(person, bill.id, 'paypal')
    await world.choose(redirectTo, 'approve')
    await Promise.all(Array.from({ length: 5 }, () => settlePayment(system(), paymentId)))
    await settlePayment(system(), paymentId)
    await expectPaidOnce(person, bill.id)
  })

  it('is declined by the instrument, and held for review', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const declined = await pay(person, bill.id, 'paypal')
    await world.choose(declined.redirectTo, 'declined')
    expect(await back(person, bill.id, declined.paymentId)).toMatchObject({
      state: 'failed',
      failure: 'instrument_declined',
    })
    const held = await pay(person, bill.id, 'paypal')
    await world.choose(held.redirectTo, 'held')
    expect(await back(person, bill.id, held.paymentId)).toMatchObject({ state: 'pending' })
    expect(await postings(bill.id)).toEqual([])
  })

  it('does not collect for a bill that was paid by card meanwhile, and closes a card checkout that is not owed', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const byPayPal = await pay(person, bill.id, 'paypal')
    const byCard = await pay(person, bill.id, 'card')
    await world.choose(byPayPal.redirectTo, 'approve')
    await world.choose(byCard.redirectTo, 'pay')
    await settlePayment(system(), byCard.paymentId)
    await drainJobs(convergePaymentJob)
    expect(await stateOf(byPayPal.paymentId)).toBe('abandoned')
    await expectPaidOnce(person, bill.id)
    const other = await createBilledPerson('we-e-charge')
    const card = await pay(other.person, other.bill.id, 'card')
    const order = await pay(other.person, other.bill.id, 'paypal')
    await world.choose(order.redirectTo, 'approve')
    await back(other.person, other.bill.id, order.paymentId)
    await drainJobs(convergePaymentJob)
    expect(await stateOf(card.paymentId)).toBe('abandoned')
    expect(
      (await fetch(card.redirectTo, { method: 'POST', body: new URLSearchParams({ choice: 'pay', method: 'card' }) }))
        .status,
    ).toBe(409)
  })
})

describe('what can be asked for', () => {
  it('another person’s bill is not found, of this brand or another', async () => {
    const { person, bill } = await createBilledPerson()
    const started = await pay(person, bill.id)
    for (const stranger of [await createTestPerson('energybilling'), await createTestPerson('we-app')]) {
      await expect(pay(stranger, bill.id)).rejects.toMatchObject({ code: 'billing.not_found' })
      expect(await back(stranger, bill.id, started.paymentId)).toBeNull()
      expect(await listPayments(stranger.grant('payments:view'), { billId: bill.id })).toEqual([])
    }
  })

  it('amount and currency are the bill’s, whatever the browser sends along', async () => {
    const { person, bill } = await createBilledPerson()
    const forged = { billId: bill.id, method: 'card', locale: 'en', amountMinor: 1n, currency: 'JPY' } as const
    const { paymentId } = await startPayment(person.grant('payments:pay'), forged)
    expect(await database('system').payment.findUniqueOrThrow({ where: { id: paymentId } })).toMatchObject({
      amountMinor: bill.totalMinor,
      currency: 'CNY',
    })
  })

  it('a way to pay that the brand does not declare is refused', async () => {
    const { person, bill } = await createBilledPerson('we-lock')
    await expect(pay(person, bill.id, 'alipay')).rejects.toMatchObject({ code: 'payments.method_not_offered' })
  })

  it('staff never pay for a person', async () => {
    const { person } = await createBilledPerson()
    const staff = await createTestStaff('support', { person })
    const { issueGrant } = await import('#lib/access/index.ts')
    expect(() => issueGrant(staff, 'payments:pay', { brand: person.brand })).toThrow('access.not_on_behalf')
  })

  it('[ENB-18] card, Alipay, WeChat Pay and PayPal can be used, and each provider gets the declared fields and no other', async () => {
    const { recipients } = getManifest('energybilling')
    const sends = (key: string) => recipients.find((recipient) => recipient.key === key)?.sends ?? []
    await Promise.all([world.stripe.forgetRequests(), world.paypal.forgetRequests()])
    for (const method of ['card', 'alipay', 'wechat_pay', 'paypal'] as const) {
      const { person, bill } = await createBilledPerson()
      const { redirectTo, paymentId } = await pay(person, bill.id, method)
      await world.choose(redirectTo, method === 'paypal' ? 'approve' : 'pay', method)
      expect(await back(person, bill.id, paymentId)).toMatchObject({ state: 'succeeded' })
      await expectPaidOnce(person, bill.id)
    }
    const told = async (switches: PaymentWorld['stripe'], path: string) =>
      (await switches.requests()).filter((request) => request.method === 'POST' && request.path === path)
    const toStripe = await told(world.stripe, '/v1/checkout/sessions')
    const toPayPal = await told(world.paypal, '/v2/checkout/orders')
    expect([toStripe.length, toPayPal.length]).toEqual([3, 1])
    for (const { body } of toStripe)
      expect(fieldsOf(body).filter((field) => !sends('stripe').includes(field))).toEqual([])
    for (const { body } of toPayPal)
      expect(fieldsOf(body).filter((field) => !sends('paypal').includes(field))).toEqual([])
  })
})

function fieldsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => fieldsOf(part, prefix))
  if (typeof value !== 'object' || value === null) return [prefix]
  // A form writes lists as numbered members.
  return Object.entries(value).flatMap(([key, part]) =>
    fieldsOf(part, /^\d+$/.test(key) ? prefix : [prefix, key].filter(Boolean).join('.')),
  )
}

describe('a webhook', () => {
  const event = {
    id: 'evt_x',
    object: 'event',
    type: 'checkout.session.completed',
    data: { object: { id: 'cs_unknown', object: 'checkout.session' } },
  }
  const sign = (payload: string, secret: string, timestamp: number) =>
    new Stripe('sk_test_x').webhooks.generateTestHeaderString({ payload, secret, timestamp })
  const send = (payload: string, signature: string) =>
    fetch(world.webhookUrl('stripe'), { method: 'POST', body: payload, headers: { 'stripe-signature': signature } })
  const now = () => Math.floor(Date.now() / 1000)
  const secrets = () => (process.env.STRIPE_WEBHOOK_SECRET ?? '').split(',')
  const secret = () => secrets()[0] ?? ''

  it('of an unknown payment is kept and answered with 200', async () => {
    await drainJobs(convergePaymentJob)
    const payload = JSON.stringify({ ...event, id: 'evt_unknown' })
    expect((await send(payload, sign(payload, secret(), now()))).status).toBe(200)
    expect(await drainJobs(convergePaymentJob)).toEqual({ run: 1, failed: 0 })
    expect(await database('system').providerEvent.count({ where: { eventId: 'evt_unknown' } })).toBe(1)
  })

  it('signed with the secret before the rotation is taken while both are configured', async () => {
    const payload = JSON.stringify({ ...event, id: 'evt_rotated' })
    const [, previous = ''] = secrets()
    expect(previous).not.toBe('')
    expect((await send(payload, sign(payload, previous, now()))).status).toBe(200)
    expect(await database('system').providerEvent.count({ where: { eventId: 'evt_rotated' } })).toBe(1)
  })

  it('with a wrong, missing, old or future signature, or a body written anew, is refused for good', async () => {
    const payload = JSON.stringify(event, null, 2)
    const right = sign(payload, secret(), now())
    const refused = await Promise.all([
      send(payload, sign(payload, 'whsec_somebody_else', now())),
      send(payload, ''),
      send(payload, sign(payload, secret(), now() - 301)),
      send(payload, sign(payload, secret(), now() + 302)),
      send(JSON.stringify(JSON.parse(payload)), right),
    ])
    expect(refused.map((response) => response.status)).toEqual([400, 400, 400, 400, 400])
    expect(await database('system').providerEvent.count({ where: { eventId: event.id } })).toBe(0)
  })

  it('of PayPal’s with another body than was signed is refused', async () => {
    const response = await fetch(world.webhookUrl('paypal'), {
      method: 'POST',
      body: JSON.stringify({ id: 'WH-1', event_type: 'PAYMENT.CAPTURE.COMPLETED', resource: { id: 'X' } }),
      headers: {
        'paypal-auth-algo': 'SHA256withRSA',
        'paypal-cert-url': `${world.sandbox.paypalUrl}/v1/notifications/certs/CERT-SANDBOX`,
        'paypal-transmission-id': 't',
        'paypal-transmission-sig': 'forged',
        'paypal-transmission-time': new Date().toISOString(),
      },
    })
    expect(response.status).toBe(400)
    expect((await fetch(world.webhookUrl('paypal'), { method: 'POST', body: '{}' })).status).toBe(400)
  })

  it('of PayPal’s that cannot be verified now is asked for again', async () => {
    const { person, bill } = await createBilledPerson('we-lock')
    const { redirectTo, paymentId } = await pay(person, bill.id, 'paypal')
    await world.paypal.fault({ kind: 'status_500', match: { path: '*/verify-webhook-signature' }, times: 1 })
    await world.choose(redirectTo, 'approve_and_leave')
    await world.paypal.flush()
    await world.paypal.flush()
    await drainJobs(convergePaymentJob)
    expect(await stateOf(paymentId)).toBe('succeeded')
  })
})

describe('a payment taken elsewhere before', () => {
  it('is recorded once, dated when it was made', async () => {
    const { person, bill } = await createBilledPerson()
    const grant = systemGrant('test', 'payments:settle', { brand: person.brand, subject: person.id })
    const past = {
      billId: bill.id,
      method: 'card',
      captureId: `past-${bill.id}`,
      at: new Date('2026-11-03T10:00:00Z'),
    } as const
    await recordPastPayment(grant, past)
    await recordPastPayment(grant, past)
    await expectPaidOnce(person, bill.id)
  })
})
