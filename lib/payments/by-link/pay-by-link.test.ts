import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { inScope, issueGrant, type StaffActor, systemGrant } from '#lib/access/index.ts'
import { approveOperation, requestApproval } from '#lib/approvals/index.ts'
import { cancelBill } from '#lib/billing/cancel-bill.ts'
import { type IssuedBill, makePayLink, revokePayLinks } from '#lib/billing/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { renderSms } from '#lib/notifications/render-message.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256, unseal } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { decideRecipient } from '#lib/recipients/index.ts'
import { createTestBill } from '#lib/testing/billed-person.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { faultsOfBooks, runJobs, settleEverything } from '#lib/testing/provider-totals.ts'
import { sendForm } from '#lib/testing/web-stubs.ts'
import { openPayLink, refundOperation, sendPayLink, startPayment } from '../index.ts'

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

const BRAND = 'we-e-charge'
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
  clock.shift(0)
  await settleEverything(world)
  expect(await faultsOfBooks(world)).toEqual({ books: [], differences: [], open: [] })
})

interface Case {
  readonly person: TestPerson
  readonly bill: IssuedBill
  readonly token: string
}

async function linked(brand = BRAND): Promise<Case> {
  const person = await createTestPerson(brand)
  const bill = await createTestBill(person)
  return { person, bill, token: await linkTo(person, bill) }
}

async function linkTo({ brand, id }: TestPerson, bill: IssuedBill): Promise<string> {
  const grant = systemGrant('test', 'arrears:notify', { brand })
  const path = await inScope(grant, (tx) => makePayLink(tx, grant, { brand, subject: id, billId: bill.id }))
  return path.split('/').at(-1) ?? ''
}

const visitor = (brand = BRAND) => issueGrant({ kind: 'anonymous', brand }, 'bills:pay-by-link', { brand })
const open = (token: string, paymentId?: string, brand = BRAND) => openPayLink(visitor(brand), { token, paymentId })

/** What the form of the link's page does, in a browser in which nobody is signed in, or somebody else. */
async function send(token: string, method = 'card', more: Record<string, string> = {}, who: TestPerson | null = null) {
  const { payByLinkAction } = await import('#app/(link)/[brand]/pay/actions.ts')
  return sendForm(payByLinkAction, who?.actor ?? null, { brand: BRAND, token, method, locale: 'en', ...more })
}

async function toCheckout(token: string, method = 'card', more: Record<string, string> = {}) {
  const sent = await send(token, method, more)
  if (!('to' in sent)) throw new Error(`the form says: ${sent.message}`)
  const payment = await database('system').payment.findFirstOrThrow({ where: { checkoutUrl: sent.to } })
  return { url: sent.to, payment }
}

async function paid(token: string) {
  const { url, payment } = await toCheckout(token)
  await world.choose(url, 'pay')
  expect((await open(token, payment.id))?.payment).toMatchObject({ state: 'succeeded' })
  return payment
}

/** Money that goes back from a bill opens it again. */
async function giveBack(payment: string): Promise<void> {
  const fresh = (staff: StaffActor) => ({ ...staff, authenticatedAt: clock.now() })
  const [asks, lets] = [fresh(await createTestStaff('support')), fresh(await createTestStaff('security_manager'))]
  const approval = await requestApproval(issueGrant(asks, 'approvals:request', { brand: BRAND }), refundOperation, {
    input: { payment, amount: '10', source: 'bill', why: 'complaint' },
    reason: 'The person was charged for a day without supply',
  })
  await approveOperation(issueGrant(lets, 'approvals:decide', { brand: BRAND }), OPERATIONS, { approval })
}

describe('a mailed link', () => {
  it('shows one bill and nothing else, leads to the provider and back to itself, and pays', async () => {
    const { person, bill, token } = await linked()
    await createTestBill(person)
    const opened = await open(token)
    expect(Object.keys(opened?.bill ?? {}).toSorted()).toEqual(
      ['billId', 'currency', 'linkId', 'live', 'number', 'openMinor', 'payableOn', 'subject'].toSorted(),
    )
    expect(opened).toMatchObject({
      bill: { number: bill.number, openMinor: 10_000n, live: true },
      payment: null,
      underWay: null,
    })
    expect(opened?.ways.map(({ method }) => method)).toEqual(['card', 'paypal'])

    const { url, payment } = await toCheckout(token)
    expect(payment).toMatchObject({ billId: bill.id, subjectId: person.id, way: 'link', amountMinor: 10_000n })
    const back = new URL((await world.choose(url, 'pay')) ?? '')
    expect(`${back.pathname}${back.search}`).toBe(`/${BRAND}/pay/${token}?payment=${payment.id}`)
    expect(await open(token, payment.id)).toMatchObject({
      bill: { live: false },
      ways: [],
      payment: { state: 'succeeded', amountMinor: 10_000n },
    })
    expect(await open(token)).toBeNull()
  })

  it('offers every way of the brand but those that its person refused, without saying so', async () => {
    const { person, token } = await linked('energybilling')
    const methods = async () => (await open(token, undefined, 'energybilling'))?.ways.map(({ method }) => method)
    expect(await methods()).toEqual(['card', 'alipay', 'wechat_pay', 'paypal'])
    await decideRecipient(person.grant('consents:decide'), { recipient: 'alipay', wanted: 'off', locale: 'en' })
    expect(await methods()).toEqual(['card', 'wechat_pay', 'paypal'])
  })

  it('is recorded as paid by link, and the receipt goes to the bill’s own person', async () => {
    const { person, token } = await linked()
    const payment = await paid(token)
    const events = await database('system').auditEvent.findMany({
      where: { target: payment.id },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ name }) => name)).toEqual(['payment.started', 'payment.succeeded'])
    expect(events[0]).toMatchObject({
      subjectId: person.id,
      actorKind: 'system',
      detail: { method: 'card', by: 'link' },
    })
  })

  it('signs nobody in, and does not care who is signed in', async () => {
    const { bill, token } = await linked()
    const stranger = await createTestPerson(BRAND)
    const sent = await send(token, 'card', {}, stranger)
    expect(sent).toMatchObject({ to: expect.stringContaining('http') })
    const payments = await database('system').payment.findMany({ where: { billId: bill.id } })
    expect(payments).toHaveLength(1)
    expect(payments[0]?.subjectId).not.toBe(stranger.id)
  })

  it('takes no word for another bill, another amount or several', async () => {
    const { person, bill, token } = await linked()
    const other = await createTestBill(person)
    const { payment } = await toCheckout(token, 'card', { billId: other.id, others: other.id, amount: '1' })
    expect(payment).toMatchObject({ billId: bill.id, amountMinor: 10_000n })
    expect(await database('system').paymentShare.count({ where: { billId: other.id } })).toBe(0)
  })

  it('that is forged in any of its signs, cut, of another brand or unknown leads nowhere', async () => {
    const { token } = await linked()
    for (let at = 0; at < token.length; at += 5) {
      const other = token[at] === 'A' ? 'B' : 'A'
      const forged = token.slice(0, at) + other + token.slice(at + 1)
      expect(await open(forged), `sign ${at}`).toBeNull()
    }
    for (const wrong of ['', token.slice(1), `${token}A`, crypto.randomUUID(), 'A'.repeat(64)]) {
      expect(await open(wrong)).toBeNull()
      expect(await send(wrong)).toMatchObject({ status: 'refused' })
    }
    expect(await open(token, undefined, 'we-app')).toBeNull()
    expect(await open(token)).not.toBeNull()
  })

  it('ends after its days, with a cancelled bill, with a paid one, and does not come back to life', async () => {
    const old = await linked()
    clock.shift(61 * 86_400_000)
    expect(await open(old.token)).toBeNull()
    expect(await send(old.token)).toMatchObject({ status: 'refused' })
    clock.shift(0)

    const cancelled = await linked()
    const staff = issueApprovedGrant(
      await createTestStaff('data_operator'),
      'bills:cancel',
      { brand: BRAND },
      crypto.randomUUID(),
    )
    await cancelBill(staff, { billId: cancelled.bill.id, reason: 'duplicate' })
    expect(await open(cancelled.token)).toBeNull()

    const again = await linked()
    const payment = await paid(again.token)
    await giveBack(payment.id)
    await runJobs()
    expect(await database('system').bill.findUnique({ where: { id: again.bill.id } })).toMatchObject({
      state: 'part_paid',
    })
    expect(await open(again.token)).toBeNull()
    expect(await send(again.token)).toMatchObject({ status: 'refused' })
  })

  it('ends with the account, and while that is suspended', async () => {
    const { person, token } = await linked()
    const account = (state: string) => database('system').account.update({ where: { id: person.id }, data: { state } })
    for (const state of ['suspended', 'erased']) {
      await account(state)
      expect(await open(token), state).toBeNull()
    }
    await account('closing')
    expect(await open(token)).not.toBeNull()
  })

  it('does not tell of a payment that was begun elsewhere', async () => {
    const { person, bill, token } = await linked()
    const own = await startPayment(person.grant('payments:pay'), { billId: bill.id, method: 'card', locale: 'en' })
    expect((await open(token, own.paymentId))?.payment).toBeNull()
    const second = await linked()
    const { payment } = await toCheckout(second.token)
    expect((await open(token, payment.id))?.payment).toBeNull()
  })

  it('has a checkout of its own beside the person’s, and only one of them can be paid', async () => {
    const { person, bill, token } = await linked()
    const own = await startPayment(person.grant('payments:pay'), { billId: bill.id, method: 'card', locale: 'en' })
    const { url } = await toCheckout(token)
    expect(url).not.toBe(own.redirectTo)
    await world.choose(own.redirectTo, 'pay').catch(() => null)
    await world.choose(url, 'pay')
    await settleEverything(world)
    const taken = await database('system').payment.findMany({ where: { billId: bill.id, state: 'succeeded' } })
    expect(taken).toHaveLength(1)
  })

  it('comes back to a declined payment with the ways still there', async () => {
    const { token } = await linked()
    const { url, payment } = await toCheckout(token, 'paypal')
    await world.choose(url, 'cancel', 'paypal')
    const opened = await open(token, payment.id)
    expect(opened?.payment?.state).not.toBe('succeeded')
    expect(opened?.bill.live).toBe(true)
  })

  it('says that it does not know where the provider’s answer was lost, offers nothing then, and charges once', async () => {
    const { bill, token } = await linked()
    const { url, payment } = await toCheckout(token, 'paypal')
    await world.paypal.fault({ kind: 'drop_webhooks', times: 50 })
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'POST', path: '*/capture' }, times: 9 })
    await world.paypal.fault({ kind: 'cut_after', match: { method: 'GET', path: '*' }, times: 9 })
    await world.choose(url, 'approve', 'paypal')
    const opened = await open(token, payment.id)
    expect(opened?.payment?.state).not.toBe('succeeded')
    if (opened?.payment?.state === 'unknown') expect(opened).toMatchObject({ ways: [], underWay: 'unknown' })
    await world.paypal.clearFaults()
    await settleEverything(world)
    expect((await open(token, payment.id))?.payment).toMatchObject({ state: 'succeeded' })
    const postings = await database('system').ledgerEntry.count({ where: { billId: bill.id, account: 'cash:paypal' } })
    expect(postings).toBeGreaterThanOrEqual(1)
    expect(await database('system').payment.count({ where: { billId: bill.id, state: 'succeeded' } })).toBe(1)
  })
})

describe('a link that its person asks for', () => {
  it('comes as a text message to whoever has a number and no mail address', async () => {
    const { person, bill } = await linked()
    const [number, id] = [`+49151${String(Date.now()).slice(-8)}`, crypto.randomUUID()]
    await database('system').signInIdentifier.create({
      data: {
        id,
        brand: BRAND,
        subjectId: person.id,
        kind: 'phone',
        blindIndex: sha256(number),
        sealed: seal(number, identifierContext(id)),
        verifiedAt: new Date('2026-01-01'),
      },
    })
    await sendPayLink(person.grant('bills:share'), { billId: bill.id })
    const [message] = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
    const content = JSON.parse(unseal(message?.sealed ?? Buffer.of(), `outgoing_message ${message?.id}`))
    expect(message?.channel).toBe('sms')
    const text = renderSms(BRAND, content)
    expect(text).toContain(String(bill.number))
    const [, token = ''] = /\/we-e-charge\/pay\/([\w-]{64})$/.exec(text) ?? []
    expect((await open(token))?.bill).toMatchObject({ billId: bill.id, live: true })
  })

  it('is mailed to them, and ends with all others when they say so', async () => {
    const { person, bill, token } = await linked()
    await expect(sendPayLink(person.grant('bills:share'), { billId: bill.id })).rejects.toMatchObject({
      code: 'payments.no_address',
    })
    const [address, id] = [`${person.id}@example.com`, crypto.randomUUID()]
    await database('system').signInIdentifier.create({
      data: {
        id,
        brand: BRAND,
        subjectId: person.id,
        kind: 'email',
        blindIndex: sha256(address),
        sealed: seal(address, identifierContext(id)),
        verifiedAt: new Date('2026-01-01'),
      },
    })
    await sendPayLink(person.grant('bills:share'), { billId: bill.id })
    const [message] = await database('system').outgoingMessage.findMany({ where: { subjectId: person.id } })
    const content = JSON.parse(unseal(message?.sealed ?? Buffer.of(), `outgoing_message ${message?.id}`))
    expect(content).toMatchObject({ kind: 'payments.pay_link', to: address, path: `/${BRAND}/me/bills/${bill.id}` })
    const mailed = String(content.pay).split('/').at(-1) ?? ''
    expect((await open(mailed))?.bill).toMatchObject({ billId: bill.id, live: true })

    await revokePayLinks(person.grant('bills:share'), { billId: bill.id })
    for (const ended of [token, mailed]) {
      expect(await open(ended)).toBeNull()
      expect(await send(ended)).toMatchObject({ status: 'refused' })
    }
    const events = await database('system').auditEvent.findMany({ where: { target: bill.id, subjectId: person.id } })
    expect(events.map(({ name }) => name)).toEqual(expect.arrayContaining(['pay_link.made', 'pay_link.revoked']))
  })

  it('is of their own bill, and of one that is open', async () => {
    const { bill, token } = await linked()
    const other = await createTestPerson(BRAND)
    for (const verb of [sendPayLink, revokePayLinks])
      await expect(verb(other.grant('bills:share'), { billId: bill.id })).rejects.toMatchObject({
        code: 'billing.not_found',
      })
    expect(await open(token)).not.toBeNull()
    const second = await linked()
    await paid(second.token)
    await expect(sendPayLink(second.person.grant('bills:share'), { billId: second.bill.id })).rejects.toMatchObject({
      code: 'payments.nothing_to_pay',
    })
  })
})
