import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import Stripe from 'stripe'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueGrant, type StaffActor, type StaffRole } from '#lib/access/index.ts'
import { approveOperation, type Operation, requestApproval } from '#lib/approvals/index.ts'
import {
  cancelBillOperation,
  getBill,
  type IssuedBill,
  listBills,
  listOpenBills,
  rebillOperation,
  writeOffBillOperation,
} from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { allocate } from '#lib/platform/money/index.ts'
import { chargeTestUse, createBilledPerson, createTestBill } from '#lib/testing/billed-person.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { faultsOfBooks, runJobs, settleEverything } from '#lib/testing/provider-totals.ts'
import { sendForm } from '#lib/testing/web-stubs.ts'
import { convergePaymentJob } from '#worker/jobs/converge-payment.ts'
import { recheckBillJob } from '#worker/jobs/recheck-bill.ts'
import { reconcilePaymentsJob } from '#worker/jobs/reconcile-payments.ts'
import { sendRefundJob } from '#worker/jobs/send-refund.ts'
import { payByCredit, payOutCredit, refundOperation, settleReturned } from './index.ts'
import type { PaymentMethod, RefundPayment } from './schema.ts'

// The doors are the real ones: the action behind the form, the routes of the webhooks, the jobs. Of Next.js only what
// needs a server under it is put aside.
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: process.env.PUBLIC_URL ?? '', 'x-openbook-address': crypto.randomUUID() }),
}))
vi.mock('next/navigation', async () => {
  const { Redirected } = await import('#lib/testing/web-stubs.ts')
  return {
    redirect: (to: string) => {
      throw new Redirected(to)
    },
  }
})
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}))
vi.mock('#lib/web/current-session.ts', async () => {
  const { browser } = await import('#lib/testing/web-stubs.ts')
  return { currentSession: async () => ({ actor: browser.getStore()?.actor }) }
})

let world: PaymentWorld

beforeAll(async () => {
  world = await startPaymentWorld(async () => ({
    '/stripe': (await import('#app/api/webhooks/stripe/route.ts')).POST,
    '/paypal': (await import('#app/api/webhooks/paypal/route.ts')).POST,
  }))
  await useOwnDatabase()
})
afterAll(() => world.stop())
afterEach(async () => {
  await settleEverything(world)
  expect(await faultsOfBooks(world)).toEqual({ books: [], differences: [], open: [] })
})

interface Case {
  readonly person: TestPerson
  readonly bill: IssuedBill
}

async function owing(totalMinor = 10_000n, currency = 'EUR', brand = 'we-e-charge'): Promise<Case> {
  const person = await createTestPerson(brand)
  return { person, bill: await createTestBill(person, { totalMinor, currency }) }
}

/** What the form of the bill's page does: where it leads to, or what it says. */
async function send({ person, bill }: Case, method: PaymentMethod = 'card', more: Record<string, string> = {}) {
  const { startPaymentAction } = await import('#app/(portal)/[brand]/me/bills/actions.ts')
  const actor = { ...person.actor, authenticatedAt: clock.now() }
  const fields = { brand: person.brand, billId: bill.id, method, locale: 'en', ...more }
  return sendForm(startPaymentAction, actor, fields)
}

interface Started {
  readonly url: string
  readonly id: string
}

/** Begins to pay and comes to the provider's page. */
async function pay(owed: Case, method: PaymentMethod = 'card', more: Record<string, string> = {}): Promise<Started> {
  const sent = await send(owed, method, more)
  if (!('to' in sent)) throw new Error(`the form says: ${sent.message}`)
  const { id } = await database('system').payment.findFirstOrThrow({ where: { checkoutUrl: sent.to } })
  return { url: sent.to, id }
}

const back = ({ person, bill }: Case, { id }: Started) =>
  settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId: id })

/** Pays to the end: the provider's page, and the page to come back to. */
async function paid(owed: Case, method: PaymentMethod = 'card', more: Record<string, string> = {}): Promise<Started> {
  const started = await pay(owed, method, more)
  await world.choose(started.url, method === 'paypal' ? 'approve' : 'pay', method)
  expect(await back(owed, started)).toMatchObject({ state: 'succeeded' })
  return started
}

const rowOf = (id: string) => database('system').payment.findUniqueOrThrow({ where: { id } })
const billOf = ({ person, bill }: Case) => getBill(person.grant('bills:view'), bill.id)
const creditOf = async ({ person }: Case) => (await listBills(person.grant('bills:view'), { limit: 1 })).credit
const postings = (kind: string, { person }: Case) =>
  database('system').ledgerTransaction.count({ where: { kind, subjectId: person.id } })
const refundsOf = (id: string) =>
  database('system').refund.findMany({ where: { paymentId: id }, orderBy: { createdAt: 'asc' } })

type Refund = Omit<RefundPayment, 'payment' | 'why'>

/** A member of staff asks for a refund, a colleague lets it; it is sent when the jobs run. */
async function refund(owed: Case, started: Started, input: Refund) {
  const lets = await askRefund(owed, started, input)
  return lets()
}

/** A refund that waits for the colleague, who then lets it. */
async function askRefund(owed: Case, { id }: Started, input: Refund) {
  const { brand } = owed.person
  const fresh = (staff: StaffActor) => ({ ...staff, authenticatedAt: clock.now() })
  const [asks, lets] = [fresh(await createTestStaff('support')), fresh(await createTestStaff('security_manager'))]
  const approval = await requestApproval(issueGrant(asks, 'approvals:request', { brand }), refundOperation, {
    input: { payment: id, why: 'complaint', ...input },
    reason: 'The person was charged for a day without supply',
  })
  return () => approveOperation(issueGrant(lets, 'approvals:decide', { brand }), OPERATIONS, { approval })
}

/** An operation on a bill that two people decide. */
async function decided<I>({ brand }: TestPerson, operation: Operation<I>, input: I): Promise<void> {
  const fresh = async (role: StaffRole) => ({ ...(await createTestStaff(role)), authenticatedAt: clock.now() })
  const [asks, lets] = [await fresh('data_operator'), await fresh('security_manager')]
  const approval = await requestApproval(issueGrant(asks, 'approvals:request', { brand }), operation, {
    input,
    reason: 'The reading was of another meter',
  })
  const end = await approveOperation(issueGrant(lets, 'approvals:decide', { brand }), OPERATIONS, { approval })
  expect(end).toMatchObject({ state: 'done', code: null })
}

const stripe = () =>
  new Stripe(process.env.STRIPE_SECRET_KEY ?? '', {
    host: '127.0.0.1',
    port: new URL(world.sandbox.stripeUrl).port,
    protocol: 'http',
  })

/** What the bank decides about a payment that Stripe took. */
async function dispute({ id }: Started): Promise<{ close(outcome: 'won' | 'lost'): Promise<void> }> {
  const { captureId } = await rowOf(id)
  const intent = await stripe().paymentIntents.retrieve(captureId ?? '')
  const { body } = await world.stripe.post('disputes', { charge: intent.latest_charge, reason: 'fraudulent' })
  return {
    close: async (outcome) => {
      await world.stripe.post(`disputes/${body.id}/close`, { outcome })
    },
  }
}

async function webhooksArrive(): Promise<void> {
  await world.stripe.flush()
  await world.paypal.flush()
  await runJobs()
}

describe('what a portal for paying bills must survive', () => {
  it('1: the same event ten times at once', async () => {
    const owed = await owing()
    const { url, id } = await pay(owed)
    await world.choose(url, 'pay_and_leave')
    await world.stripe.flush()
    const { providerRef } = await rowOf(id)
    const event = await database('system').providerEvent.findFirstOrThrow({ where: { objectRef: providerRef ?? '' } })
    const { body } = await world.stripe.resend(event.eventId, 10)
    expect(body.statuses).toEqual(Array.from({ length: 10 }, () => 200))
    await runJobs()
    expect(await database('system').providerEvent.count({ where: { eventId: event.eventId } })).toBe(1)
    expect(await postings('payment', owed)).toBe(1)
    expect(await billOf(owed)).toMatchObject({ state: 'paid', openMinor: 0n })
  })

  it('2: two events of different kind and id for one payment', async () => {
    const owed = await owing()
    const { url } = await pay(owed)
    await world.choose(url, 'pay_and_leave')
    await world.stripe.flush()
    const kinds = await database('system').providerEvent.findMany({ where: { processedAt: null } })
    expect(new Set(kinds.map(({ type }) => type)).size).toBeGreaterThan(1)
    await runJobs()
    expect(await postings('payment', owed)).toBe(1)
  })

  it('3: the refund’s event before the payment’s', async () => {
    const owed = await owing()
    await world.stripe.fault({ kind: 'drop_webhooks', match: { type: 'checkout.session.completed' } })
    await world.stripe.fault({ kind: 'drop_webhooks', match: { type: 'payment_intent.*' }, times: 9 })
    await world.stripe.fault({ kind: 'drop_webhooks', match: { type: 'charge.succeeded' }, times: 9 })
    const { url, id } = await pay(owed)
    await world.choose(url, 'pay_and_leave')
    const session = await stripe().checkout.sessions.retrieve((await rowOf(id)).providerRef ?? '')
    // Somebody gives a part back on the provider's own pages before we know that anything was paid.
    await stripe().refunds.create({ payment_intent: String(session.payment_intent), amount: 3_000 })
    await webhooksArrive()
    expect(await refundsOf(id)).toEqual([])
    await world.stripe.clearFaults()
    await back(owed, { url, id })
    await runJobs()
    expect(await refundsOf(id)).toMatchObject([{ state: 'succeeded', source: 'provider', amountMinor: 3_000n }])
    expect(await billOf(owed)).toMatchObject({ openMinor: 3_000n })
  })

  it('4: the webhook and the return page race', async () => {
    const owed = await owing()
    const started = await pay(owed)
    await world.choose(started.url, 'pay')
    await world.stripe.flush()
    await Promise.all([back(owed, started), drainJobs(convergePaymentJob), back(owed, started)])
    expect(await postings('payment', owed)).toBe(1)
    expect(await billOf(owed)).toMatchObject({ state: 'paid' })
  })

  it('5: the webhook never comes and the person never returns: the reconciler settles it', async () => {
    const owed = await owing()
    await world.stripe.fault({ kind: 'drop_webhooks', times: 50 })
    const { url, id } = await pay(owed)
    await world.choose(url, 'pay_and_leave')
    await reconcilePaymentsJob.run({})
    expect((await rowOf(id)).state).toBe('created')
    clock.shift(4 * 60_000)
    await reconcilePaymentsJob.run({})
    expect((await rowOf(id)).state).toBe('succeeded')
    expect(await billOf(owed)).toMatchObject({ state: 'paid' })
  })

  it('6: the provider charges and its answer is lost: the outcome is unknown until it is asked', async () => {
    const owed = await owing()
    const started = await pay(owed, 'paypal')
    await world.paypal.fault({ kind: 'drop_webhooks', times: 50 })
    await world.choose(started.url, 'approve')
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'POST', path: '*/capture' } })
    expect(await back(owed, started)).toMatchObject({ state: 'unknown', asked: false })
    expect(await postings('payment', owed)).toBe(0)
    expect(await send(owed, 'card')).not.toMatchObject({ status: 'done' })
    expect(await postings('payment', owed)).toBe(1)
    expect(await billOf(owed)).toMatchObject({ state: 'paid' })
  })

  it('7: SIGKILL between the provider’s success and our commit; the process starts again', {
    timeout: 120_000,
  }, async () => {
    const owed = await owing()
    const started = await pay(owed, 'paypal')
    await world.paypal.fault({ kind: 'drop_webhooks', times: 50 })
    await world.choose(started.url, 'approve')
    await world.paypal.fault({ kind: 'delay', delayMs: 1_500, match: { method: 'POST', path: '*/capture' } })
    await world.paypal.forgetRequests()
    const child = spawn(process.execPath, ['lib/testing/settle-alone.ts', started.id], { stdio: 'inherit' })
    await vi.waitFor(
      async () => {
        const asked = (await world.paypal.requests()).some(({ path }) => path.endsWith('/capture'))
        expect(asked).toBe(true)
      },
      { timeout: 60_000, interval: 20 },
    )
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('exit', resolve))
    await vi.waitFor(async () => expect((await world.paypal.books()).EUR?.captured).toBeGreaterThan(0), 10_000)
    expect((await rowOf(started.id)).state).not.toBe('succeeded')
    const again = spawn(process.execPath, ['lib/testing/settle-alone.ts', started.id], { stdio: 'inherit' })
    expect(await new Promise((resolve) => again.on('exit', resolve))).toBe(0)
    expect((await rowOf(started.id)).state).toBe('succeeded')
    expect(await postings('payment', owed)).toBe(1)
  })

  it('8: a retry after the provider forgot the key (Stripe 24 h, PayPal 6 h)', async () => {
    const card = await owing()
    await world.stripe.fault({ kind: 'cut_after', match: { method: 'POST', path: '/v1/checkout/sessions' }, times: 2 })
    expect(await send(card)).toMatchObject({ message: 'payments.provider_silent' })
    const lost = await database('system').payment.findFirstOrThrow({ where: { billId: card.bill.id } })
    expect([lost.state, lost.providerRef]).toEqual(['unknown', null])
    await world.stripe.advance(25 * 3600)
    clock.shift(25 * 3_600_000)
    await reconcilePaymentsJob.run({})
    // Nobody was sent there, so nobody paid: it is given up, and a new one begins under a key of its own.
    expect((await rowOf(lost.id)).state).toBe('abandoned')
    clock.shift(0)
    await world.stripe.advance(-25 * 3600)
    await paid(card)
    const refunded = await owing()
    const done = await paid(refunded, 'paypal')
    await refund(refunded, done, { amount: '40', source: 'bill' })
    await world.paypal.fault({ kind: 'drop_webhooks', times: 50 })
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'POST', path: '*/refund' } })
    expect((await drainJobs(sendRefundJob)).failed).toBe(1)
    expect(await refundsOf(done.id)).toMatchObject([{ state: 'unknown', providerRef: null }])
    await world.paypal.advance(7 * 3600)
    clock.shift(7 * 3_600_000)
    await reconcilePaymentsJob.run({})
    await world.paypal.advance(-7 * 3600)
    expect(await refundsOf(done.id)).toMatchObject([{ state: 'succeeded', amountMinor: 4_000n }])
    expect(await postings('refund', refunded)).toBe(1)
  })

  it('9: the same key with another amount', async () => {
    const owed = await owing()
    await world.stripe.forgetRequests()
    await world.stripe.fault({ kind: 'cut_after', match: { method: 'POST', path: '/v1/checkout/sessions' }, times: 2 })
    expect(await send(owed)).toMatchObject({ message: 'payments.provider_silent' })
    // The person comes back and pays a part: it goes under a key of its own, and the first is never sent changed.
    await paid(owed, 'card', { amount: '25.50' })
    const asked = (await world.stripe.requests()).filter(
      ({ method, path }) => method === 'POST' && path === '/v1/checkout/sessions',
    )
    const byKey = Map.groupBy(asked, ({ headers }) => String(headers['idempotency-key']))
    for (const same of byKey.values()) expect(new Set(same.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(byKey.size).toBe(2)
    expect(await billOf(owed)).toMatchObject({ openMinor: 7_450n })
    const { stripe: provider } = await import('./providers/stripe.ts')
    const request = {
      paymentId: [...byKey.keys()][0] ?? '',
      billNumber: 'X',
      amountMinor: 999n,
      currency: 'EUR',
      method: 'card',
      locale: 'en',
      returnUrl: 'http://x.test/',
      cancelUrl: 'http://x.test/',
      saveCard: false,
      sends: (await import('./declared-fields.ts')).sendsTo('we-e-charge', 'stripe'),
    } as const
    expect(await provider.createCheckout(request)).toMatchObject({ ok: false, fault: { kind: 'rejected' } })
  })

  it('10: pay clicked twice; two tabs; two devices', async () => {
    const owed = await owing()
    const sent = await Promise.all(Array.from({ length: 6 }, () => send(owed)))
    const urls = sent.flatMap((one) => ('to' in one ? [one.to] : []))
    expect(new Set(urls).size).toBe(1)
    expect(await database('system').payment.count({ where: { billId: owed.bill.id } })).toBe(1)
    const again = await pay(owed)
    expect(again.url).toBe(urls[0])
    await world.choose(again.url, 'pay')
    // The other tab is late: the page there is closed.
    const late = await fetch(again.url, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'pay', method: 'card' }),
    })
    expect(late.status).toBe(409)
    await webhooksArrive()
    expect(await send(owed)).toMatchObject({ message: 'payments.nothing_to_pay' })
    expect(await postings('payment', owed)).toBe(1)
  })

  it('11: Stripe and PayPal both paid for one bill: the second becomes credit, and goes back when asked for', async () => {
    const owed = await owing()
    const [card, order] = [await pay(owed), await pay(owed, 'paypal')]
    await world.choose(order.url, 'approve')
    // Both are collected before either is known here.
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'POST', path: '*/capture' } })
    await back(owed, order)
    await world.choose(card.url, 'pay_and_leave')
    await webhooksArrive()
    clock.shift(3 * 60_000)
    await reconcilePaymentsJob.run({})
    clock.shift(0)
    expect([(await rowOf(card.id)).state, (await rowOf(order.id)).state]).toEqual(['succeeded', 'succeeded'])
    expect(await billOf(owed)).toMatchObject({ state: 'paid', openMinor: 0n })
    expect(await creditOf(owed)).toEqual([{ currency: 'EUR', amountMinor: 10_000n }])
    expect(await payOutCredit(owed.person.grant('credit:pay-out'), { currency: 'EUR' })).toBe(10_000n)
    await runJobs()
    expect(await creditOf(owed)).toEqual([])
    expect(await billOf(owed)).toMatchObject({ state: 'paid', openMinor: 0n })
    expect(await postings('refund', owed)).toBe(1)
  })

  it('12: the bill is re-issued while a checkout is open', async () => {
    const { person, bill } = await createBilledPerson('we-e-charge')
    const before = { person, bill }
    const [open, other] = [await pay(before), await pay(before, 'paypal')]
    await world.choose(open.url, 'pay_and_leave')
    await chargeTestUse(person, 1_000_000n)
    await decided(person, rebillOperation, { billId: bill.id, reason: 'wrong_reading' })
    await world.choose(other.url, 'approve')
    await drainJobs(recheckBillJob)
    await webhooksArrive()
    // What was paid for the old bill is the person's and pays the new one; what was only approved is not collected.
    expect((await rowOf(open.id)).state).toBe('succeeded')
    expect((await rowOf(other.id)).state).toBe('abandoned')
    expect(await billOf(before)).toMatchObject({ state: 'cancelled' })
    const [next] = await listOpenBills(person.grant('bills:view'))
    expect(next?.paidMinor).toBe(bill.totalMinor)
    expect(await creditOf(before)).toEqual([])
  })

  it('13: amount, currency or bill id changed in the browser', async () => {
    const owed = await owing()
    const other = await owing()
    const { id } = await pay(owed, 'card', { amountMinor: '1', currency: 'JPY', openMinor: '1' })
    expect(await rowOf(id)).toMatchObject({ amountMinor: 10_000n, currency: 'EUR' })
    expect(await send(owed, 'card', { amount: '100.01' })).toMatchObject({ message: 'payments.amount_too_high' })
    for (const amount of ['-5', '0', '1e3', '0x10', '10.001', 'ten'])
      expect(await send(owed, 'card', { amount })).toMatchObject({ message: 'payments.amount_wrong' })
    // Figures as an input method for Chinese writes them are an amount.
    expect(await send(owed, 'card', { amount: '１００．０１' })).toMatchObject({ message: 'payments.amount_too_high' })
    expect(await send(owed, 'card', { billId: other.bill.id })).toMatchObject({ message: 'billing.not_found' })
    expect(await send(owed, 'card', { others: other.bill.id })).toMatchObject({ message: 'billing.not_found' })
    expect(await send(owed, 'card', { billId: "'; --" })).toMatchObject({ status: 'refused', message: 'web.invalid' })
  })

  it('14: another person’s bill, receipt, checkout (same brand; other brand)', async () => {
    const owed = await owing()
    const started = await paid(owed)
    for (const brand of ['we-e-charge', 'we-app']) {
      const stranger = { person: await createTestPerson(brand), bill: owed.bill }
      expect(await send(stranger)).toMatchObject({ message: 'billing.not_found' })
      expect(await back(stranger, started)).toBeNull()
      await expect(payByCredit(stranger.person.grant('payments:pay'), { billId: owed.bill.id })).rejects.toMatchObject({
        code: 'billing.not_found',
      })
      await expect(
        refund(stranger, { ...started, id: randomUUID() }, { amount: '1', source: 'bill' }),
      ).rejects.toMatchObject({
        code: 'payments.not_found',
      })
    }
    const elsewhere = { person: await createTestPerson('we-app'), bill: owed.bill }
    await expect(refund(elsewhere, started, { amount: '1', source: 'bill' })).rejects.toMatchObject({
      code: 'payments.not_found',
    })
  })

  it('15: part, then the rest; part by each provider; several bills in one payment', async () => {
    const owed = await owing()
    await paid(owed, 'card', { amount: '30,00' })
    expect(await billOf(owed)).toMatchObject({ state: 'part_paid', openMinor: 7_000n })
    await paid(owed, 'paypal', { amount: '20' })
    expect(await billOf(owed)).toMatchObject({ openMinor: 5_000n })
    const more = await Promise.all([1_250n, 333n].map((totalMinor) => createTestBill(owed.person, { totalMinor })))
    const others = more.map(({ id }) => id).join(',')
    const { id } = await paid(owed, 'card', { others })
    expect(await rowOf(id)).toMatchObject({ amountMinor: 6_583n })
    for (const bill of [owed.bill, ...more])
      expect(await billOf({ ...owed, bill })).toMatchObject({ state: 'paid', openMinor: 0n })
    expect(await creditOf(owed)).toEqual([])
  })

  it('15: a checkout for one amount is closed when the person chooses another', async () => {
    const owed = await owing()
    const [whole, part] = [await pay(owed), await pay(owed, 'card', { amount: '10' })]
    expect(part.id).not.toBe(whole.id)
    expect((await rowOf(whole.id)).state).toBe('abandoned')
    const late = await fetch(whole.url, {
      method: 'POST',
      body: new URLSearchParams({ choice: 'pay', method: 'card' }),
    })
    expect(late.status).toBe(409)
    await world.choose(part.url, 'pay')
    await back(owed, part)
    expect(await billOf(owed)).toMatchObject({ openMinor: 9_000n })
  })

  it('16: overpaid: the rest becomes credit, used by the next bill or paid back', async () => {
    const owed = await owing()
    const [half, whole] = [await pay(owed, 'paypal', { amount: '40' }), await pay(owed)]
    await world.choose(half.url, 'approve')
    await world.choose(whole.url, 'pay_and_leave')
    await back(owed, half)
    await webhooksArrive()
    expect(await creditOf(owed)).toEqual([{ currency: 'EUR', amountMinor: 4_000n }])
    const next = { ...owed, bill: await createTestBill(owed.person, { totalMinor: 1_500n }) }
    expect(await payByCredit(owed.person.grant('payments:pay'), { billId: next.bill.id })).toBe(1_500n)
    expect(await billOf(next)).toMatchObject({ state: 'paid' })
    // What is left goes back, by two at once, and once.
    const out = await Promise.allSettled(
      [1, 2].map(() => payOutCredit(owed.person.grant('credit:pay-out'), { currency: 'EUR' })),
    )
    expect(out.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await runJobs()
    expect(await creditOf(owed)).toEqual([])
    expect((await refundsOf(whole.id)).concat(await refundsOf(half.id))).toMatchObject([
      { state: 'succeeded', amountMinor: 2_500n },
    ])
  })

  it('17: two partial refunds race past what was captured', async () => {
    const owed = await owing()
    const started = await paid(owed)
    const asked = await Promise.all(
      [1, 2, 3].map((n) => askRefund(owed, started, { amount: `60.0${n}`, source: 'goodwill' })),
    )
    const raced = await Promise.all(asked.map((lets) => lets()))
    expect(raced.map(({ state }) => state).toSorted()).toEqual(['done', 'failed', 'failed'])
    expect(raced.filter(({ state }) => state === 'failed').map(({ code }) => code)).toEqual([
      'payments.refund_too_high',
      'payments.refund_too_high',
    ])
    await runJobs()
    const [only] = await refundsOf(started.id)
    expect(only?.state).toBe('succeeded')
    // The database holds it where the code would not.
    const beyond = database('system').$executeRaw`
      INSERT INTO refund (id, brand, subject_id, payment_id, provider, amount_minor, currency, source, reason, state)
      SELECT gen_random_uuid(), brand, subject_id, payment_id, provider, amount_minor, currency, source, reason, 'approved'
      FROM refund WHERE id = ${only?.id}::uuid`
    await expect(beyond).rejects.toThrow('more would be refunded')
  })

  it('18: a refund is pending, then fails: the money is the person’s again', async () => {
    const owed = await owing()
    const started = await paid(owed)
    await world.stripe.post('refunds/next', { outcome: 'pending' })
    expect(await refund(owed, started, { amount: '100', source: 'bill' })).toMatchObject({ state: 'done' })
    await runJobs()
    const [pending] = await refundsOf(started.id)
    expect(pending).toMatchObject({ state: 'pending' })
    expect(await billOf(owed)).toMatchObject({ openMinor: 10_000n })
    await world.stripe.post(`refunds/${pending?.providerRef}/settle`, { outcome: 'failed' })
    await webhooksArrive()
    expect(await refundsOf(started.id)).toMatchObject([{ state: 'failed' }])
    expect(await billOf(owed)).toMatchObject({ state: 'paid', openMinor: 0n })
    // PayPal sends no event when a refund fails: it is found by asking.
    const other = await owing()
    const order = await paid(other, 'paypal')
    await world.paypal.post('refunds/next', { outcome: 'PENDING' })
    await refund(other, order, { amount: '100', source: 'bill' })
    await runJobs()
    const [waiting] = await refundsOf(order.id)
    await world.paypal.post(`refunds/${waiting?.providerRef}/settle`, { outcome: 'FAILED' })
    clock.shift(20 * 60_000)
    await reconcilePaymentsJob.run({})
    expect(await refundsOf(order.id)).toMatchObject([{ state: 'failed' }])
    expect(await billOf(other)).toMatchObject({ state: 'paid' })
  })

  it('19: a dispute is opened, won, lost; opened after a refund', async () => {
    const won = await owing()
    const first = await dispute(await paid(won))
    await webhooksArrive()
    expect(await billOf(won)).toMatchObject({ state: 'paid' })
    await first.close('won')
    await webhooksArrive()
    expect(await billOf(won)).toMatchObject({ state: 'paid', openMinor: 0n })
    const lost = await owing()
    const second = await dispute(await paid(lost))
    await second.close('lost')
    // Opened and lost come together and in any order.
    await webhooksArrive()
    expect(await billOf(lost)).toMatchObject({ openMinor: 10_000n })
    const both = await owing()
    const started = await paid(both)
    await refund(both, started, { amount: '70', source: 'bill' })
    await runJobs()
    const third = await dispute(started)
    await third.close('lost')
    await webhooksArrive()
    expect(await billOf(both)).toMatchObject({ openMinor: 10_000n })
    const losses = await database('system').ledgerEntry.aggregate({
      where: { subjectId: both.person.id, account: 'losses' },
      _sum: { amountMinor: true },
    })
    expect(losses._sum.amountMinor).toBe(7_000n)
    const there = await owing()
    const order = await paid(there, 'paypal')
    const { body } = await world.paypal.post('disputes', { capture: (await rowOf(order.id)).captureId })
    await world.paypal.post(`disputes/${body.dispute_id}/close`, { outcome: 'lost' })
    await webhooksArrive()
    expect(await billOf(there)).toMatchObject({ openMinor: 10_000n })
    const kept = await owing()
    const held = await paid(kept, 'paypal')
    const { body: other } = await world.paypal.post('disputes', { capture: (await rowOf(held.id)).captureId })
    await world.paypal.post(`disputes/${other.dispute_id}/close`, { outcome: 'won' })
    await webhooksArrive()
    expect(await billOf(kept)).toMatchObject({ state: 'paid', openMinor: 0n })
  })

  it('20: currencies without decimals (JPY; PayPal also HUF and TWD) and with three (KWD)', async () => {
    const yen = await owing(1_200n, 'JPY')
    await paid(yen, 'card', { amount: '500' })
    await paid(yen, 'paypal')
    expect(await send(await owing(1_200n, 'JPY'), 'card', { amount: '1.5' })).toMatchObject({
      message: 'payments.amount_wrong',
    })
    for (const currency of ['HUF', 'TWD']) {
      const whole = await owing(1_250_000n, currency)
      await paid(whole, 'paypal')
      const broken = await owing(1_250_050n, currency)
      expect(await send(broken, 'paypal')).toMatchObject({ message: 'payments.amount_not_possible' })
      await paid(broken, 'card')
    }
    const dinar = await owing(12_340n, 'KWD')
    const { id } = await paid(dinar)
    expect(await rowOf(id)).toMatchObject({ capturedMinor: 12_340n })
    expect(await send(await owing(12_345n, 'KWD'))).toMatchObject({ message: 'payments.amount_not_possible' })
    expect(await send(await owing(12_340n, 'KWD'), 'paypal')).toMatchObject({ message: 'payments.method_not_offered' })
  })

  it('21: 10.00 split in three is paid to the cent', async () => {
    const owed = await owing(1_000n)
    const parts = allocate(1_000n, 'EUR', [1n, 1n, 1n])
    expect(parts.toSorted()).toEqual([333n, 333n, 334n])
    for (const part of parts)
      await paid(owed, 'card', { amount: `${part / 100n}.${String(part % 100n).padStart(2, '0')}` })
    expect(await billOf(owed)).toMatchObject({ state: 'paid', openMinor: 0n })
    expect(await creditOf(owed)).toEqual([])
  })

  it('22: a signature that is wrong, old, from the future, of the secret before; a body written anew', async () => {
    const payload = JSON.stringify(
      { id: `evt_${randomUUID()}`, object: 'event', type: 'x', data: { object: { id: 'cs_x' } } },
      null,
      2,
    )
    const [current = '', previous = ''] = (process.env.STRIPE_WEBHOOK_SECRET ?? '').split(',')
    const now = Math.floor(Date.now() / 1000)
    const sign = (secret: string, timestamp: number) =>
      stripe().webhooks.generateTestHeaderString({ payload, secret, timestamp })
    const deliver = async (body: string, signature: string) =>
      (await fetch(world.webhookUrl('stripe'), { method: 'POST', body, headers: { 'stripe-signature': signature } }))
        .status
    expect(await deliver(payload, sign('whsec_somebody_elses', now))).toBe(400)
    expect(await deliver(payload, sign(current, now - 301))).toBe(400)
    expect(await deliver(payload, sign(current, now + 302))).toBe(400)
    expect(await deliver(JSON.stringify(JSON.parse(payload)), sign(current, now))).toBe(400)
    expect(await deliver(payload, sign(previous, now))).toBe(200)
    expect(await deliver(payload, sign(current, now))).toBe(200)
  })

  it('23: PayPal approved and never captured; INSTRUMENT_DECLINED; ORDER_ALREADY_CAPTURED on a retry', async () => {
    const left = await owing()
    const approved = await pay(left, 'paypal')
    await world.paypal.fault({ kind: 'drop_webhooks', times: 50 })
    await world.choose(approved.url, 'approve_and_leave')
    await world.paypal.advance(7 * 3600)
    clock.shift(7 * 3_600_000)
    await reconcilePaymentsJob.run({})
    await world.paypal.advance(-7 * 3600)
    expect((await rowOf(approved.id)).state).toBe('abandoned')
    expect(await billOf(left)).toMatchObject({ openMinor: 10_000n })
    clock.shift(0)
    const declined = await owing()
    const refused = await pay(declined, 'paypal')
    await world.choose(refused.url, 'declined')
    expect(await back(declined, refused)).toMatchObject({ state: 'failed', failure: 'instrument_declined' })
    const twice = await owing()
    const order = await paid(twice, 'paypal')
    const { paypal } = await import('./providers/paypal.ts')
    expect(await paypal.capture?.((await rowOf(order.id)).providerRef ?? '', randomUUID())).toMatchObject({
      ok: true,
      value: { kind: 'captured', amountMinor: 10_000n },
    })
    expect(await postings('payment', twice)).toBe(1)
  })

  it('24: checkout completed while payment_status is unpaid, paid later (Alipay, WeChat Pay)', async () => {
    for (const [method, outcome] of [
      ['alipay', 'succeeds'],
      ['wechat_pay', 'fails'],
    ] as const) {
      const owed = await owing(10_000n, 'CNY', 'energybilling')
      const started = await pay(owed, method)
      await world.choose(started.url, `later_${outcome}`, method)
      expect(await back(owed, started)).toMatchObject({ state: 'pending' })
      expect(await send(owed, 'card')).toMatchObject({ message: 'payments.under_way' })
      expect(await postings('payment', owed)).toBe(0)
      await world.stripe.post(`sessions/${(await rowOf(started.id)).providerRef}/settle`, { outcome })
      await webhooksArrive()
      expect(await postings('payment', owed)).toBe(outcome === 'succeeds' ? 1 : 0)
      expect((await rowOf(started.id)).state).toBe(outcome === 'succeeds' ? 'succeeded' : 'failed')
    }
  })

  it('25: storms of 429, 500 and time-outs, with Retry-After', async () => {
    const owed = await owing()
    const started = await pay(owed)
    await world.choose(started.url, 'pay_and_leave')
    await world.stripe.flush()
    await world.stripe.fault({ kind: 'status_429', match: { method: 'GET' }, times: 1, retryAfter: 120 })
    await world.stripe.forgetRequests()
    expect(await runJobs()).toBe(0)
    const asked = async () => (await world.stripe.requests()).filter(({ method }) => method === 'GET').length
    expect(await asked()).toBe(1)
    // Nobody asks before the two minutes are over: not the page, not the jobs, not the reconciler.
    await back(owed, started)
    await reconcilePaymentsJob.run({})
    expect(await asked()).toBe(1)
    clock.shift(121_000)
    await world.stripe.fault({ kind: 'status_500', match: { method: 'GET' }, times: 2 })
    await reconcilePaymentsJob.run({})
    expect((await rowOf(started.id)).state).toBe('created')
    await world.stripe.clearFaults()
    clock.shift(240_000)
    await reconcilePaymentsJob.run({})
    expect((await rowOf(started.id)).state).toBe('succeeded')
    const other = await owing()
    await world.paypal.fault({ kind: 'status_429', match: { method: 'POST' }, times: 1, retryAfter: 60 })
    clock.shift(0)
    expect(await send(other, 'paypal')).toMatchObject({ message: 'payments.provider_unavailable' })
    expect(await send(other, 'paypal')).toMatchObject({ message: 'payments.provider_unavailable' })
    clock.shift(61_000)
    await paid(other, 'paypal')
  })

  it('26: the database is down while a webhook arrives: 5xx, never 200', async () => {
    const owed = await owing()
    const { url } = await pay(owed)
    const name = new URL(process.env.TEST_OWNER_URL ?? '').pathname.slice(1)
    const elsewhere = new URL(process.env.TEST_OWNER_URL ?? '')
    elsewhere.pathname = '/postgres'
    const owner = new pg.Client({ connectionString: String(elsewhere) })
    await owner.connect()
    await owner.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`)
    await owner.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    await world.choose(url, 'pay_and_leave')
    await world.stripe.flush()
    const attempts = async (): Promise<{ status: number }[]> =>
      (await fetch(`${world.sandbox.stripeUrl}/_sandbox/webhooks`)).json()
    const failed = (await attempts()).filter(({ status }) => status >= 500)
    expect(failed.length).toBeGreaterThan(0)
    await owner.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS true`)
    await owner.end()
    await webhooksArrive()
    expect(await postings('payment', owed)).toBe(1)
    expect(await billOf(owed)).toMatchObject({ state: 'paid' })
  })

  it('27: a payment arrives for a bill that was cancelled or written off', async () => {
    const cancelled = await owing()
    const late = await pay(cancelled)
    await world.choose(late.url, 'pay_and_leave')
    await decided(cancelled.person, cancelBillOperation, { billId: cancelled.bill.id, reason: 'wrong_reading' })
    await webhooksArrive()
    expect(await billOf(cancelled)).toMatchObject({ state: 'cancelled', openMinor: 0n })
    expect(await creditOf(cancelled)).toEqual([{ currency: 'EUR', amountMinor: 10_000n }])
    const given = await owing()
    const after = await pay(given, 'card')
    await world.choose(after.url, 'pay_and_leave')
    await decided(given.person, writeOffBillOperation, { billId: given.bill.id })
    await webhooksArrive()
    // What had been given up was paid after all: nothing is lost, and nothing is owed to the person.
    expect(await creditOf(given)).toEqual([])
    const lost = await database('system').ledgerEntry.aggregate({
      where: { billId: given.bill.id, account: 'write_off' },
      _sum: { amountMinor: true },
    })
    expect(lost._sum.amountMinor).toBe(0n)
  })

  it('28: the clock of the provider is off by minutes; events arrive days late', async () => {
    for (const seconds of [240, -240]) {
      const owed = await owing()
      await world.stripe.advance(seconds)
      const { url } = await pay(owed)
      await world.choose(url, 'pay_and_leave')
      await webhooksArrive()
      await world.stripe.advance(-seconds)
      expect(await postings('payment', owed)).toBe(1)
    }
    // Off by more than a signature may be: refused, and the reconciler settles it all the same.
    const owed = await owing()
    await world.stripe.advance(900)
    const { url, id } = await pay(owed)
    await world.choose(url, 'pay_and_leave')
    await webhooksArrive()
    expect((await rowOf(id)).state).toBe('created')
    clock.shift(3 * 60_000)
    await reconcilePaymentsJob.run({})
    expect((await rowOf(id)).state).toBe('succeeded')
    await world.stripe.advance(-900)
    clock.shift(0)
    // Three days later the event comes for the first time.
    const event = (await stripe().events.list({ type: 'checkout.session.completed', limit: 1 })).data[0]
    clock.shift(3 * 86_400_000)
    await world.stripe.advance(3 * 86_400)
    const { body } = await world.stripe.resend(event?.id ?? '', 1)
    await world.stripe.advance(-3 * 86_400)
    expect(body.statuses).toEqual([200])
    await runJobs()
    expect(await postings('payment', owed)).toBe(1)
  })

  it('[ENB-18] each provider gets the fields that its entry in the register lists and no other, also when money goes back', async () => {
    await Promise.all([world.stripe.forgetRequests(), world.paypal.forgetRequests()])
    for (const method of ['card', 'alipay', 'wechat_pay', 'paypal'] as const) {
      const owed = await owing(10_000n, 'CNY', 'energybilling')
      const started = await paid(owed, method, { amount: '60' })
      await refund(owed, started, { amount: '20', source: 'bill' })
      await runJobs()
      expect(await refundsOf(started.id)).toMatchObject([{ state: 'succeeded', amountMinor: 2_000n }])
    }
    const told = async (switches: PaymentWorld['stripe'], paths: RegExp) =>
      (await switches.requests()).filter(({ method, path }) => method === 'POST' && paths.test(path))
    const toStripe = await told(world.stripe, /^\/v1\//)
    const toPayPal = await told(world.paypal, /^\/v2\//)
    expect([toStripe.length, toPayPal.length]).toEqual([6, 3])
    for (const [key, requests] of [['stripe', toStripe] as const, ['paypal', toPayPal] as const]) {
      const listed = new Set(getManifest('energybilling').recipients.find((recipient) => recipient.key === key)?.sends)
      for (const { body } of requests) expect(fieldsOf(body).filter((field) => !listed.has(field))).toEqual([])
    }
  })
})

/** The names of what a request says, as the register writes them; a form numbers the members of its lists. */
function fieldsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => fieldsOf(part, prefix))
  if (typeof value !== 'object' || value === null) return prefix ? [prefix] : []
  return Object.entries(value).flatMap(([key, part]) =>
    fieldsOf(part, /^\d+$/.test(key) ? prefix : [prefix, key].filter(Boolean).join('.')),
  )
}
