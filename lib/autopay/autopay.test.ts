import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { sendNotices } from '#lib/arrears/index.ts'
import { cancelBillOperation, getBill, type IssuedBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { consentHistory } from '#lib/consents/index.ts'
import { identifierContext } from '#lib/identity/create-account.ts'
import { keepingNotice, settleReturned, startPayment } from '#lib/payments/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { seal, sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestBill } from '#lib/testing/billed-person.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { withTwo } from '#lib/testing/governed-brand.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { faultsOfBooks, runJobs, settleEverything } from '#lib/testing/provider-totals.ts'
import { followAutopayJob } from '#worker/jobs/follow-autopay.ts'
import { reconcilePaymentsJob } from '#worker/jobs/reconcile-payments.ts'
import {
  autopayNotice,
  collectDue,
  detachCards,
  findPlan,
  followCharge,
  planCharges,
  readMeans,
  removeCard,
  setAutopay,
  stopAutopay,
} from './index.ts'
import { COLLECTION_TRANSITIONS } from './lifecycle.ts'

const BRAND = 'we-e-charge'
const DAY = 86_400_000
const { zone, autopay } = getManifest(BRAND)
const { noticeDays, retryDays } = autopay
const job = systemGrant('test', 'autopay:run', { brand: '' })
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
  await world.stripe.clearFaults()
})

/** Days from today at noon in the brand's zone, when nobody is asleep and the charges of the day are due. */
function onDay(days: number): void {
  const noon = new Date(Date.now() + days * DAY)
  noon.setUTCHours(11, 0, 0, 0)
  clock.shift(noon.getTime() - Date.now())
}

interface Keeper {
  readonly person: TestPerson
  readonly cardId: string
}

async function mailFor({ id: subjectId, brand }: TestPerson): Promise<void> {
  const id = randomUUID()
  const address = `p-${subjectId}@mail.example`
  await database('system').signInIdentifier.create({
    data: {
      id,
      brand,
      subjectId,
      kind: 'email',
      blindIndex: sha256(address),
      sealed: seal(address, identifierContext(id)),
      verifiedAt: clock.now(),
    },
  })
}

const keepForm = (billId: string) => ({
  billId,
  method: 'card' as const,
  locale: 'en' as const,
  keepCard: true,
  keepShown: keepingNotice('en').hash.toString('hex'),
})

/** Somebody who paid a first bill by a card and kept it. */
async function keeper(choice = 'pay'): Promise<Keeper> {
  const person = await createTestPerson(BRAND)
  await mailFor(person)
  const bill = await createTestBill(person, { totalMinor: 1_000n })
  const { redirectTo, paymentId } = await startPayment(person.grant('payments:pay'), keepForm(bill.id))
  await world.choose(redirectTo, choice)
  await settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId })
  const { cards } = await readMeans(person.grant('cards:view'))
  return { person, cardId: cards[0]?.id ?? '' }
}

const order = (cardId: string, more: { limit?: string; daysBefore?: number } = {}) => ({
  cardId,
  daysBefore: 0,
  locale: 'en' as const,
  shown: autopayNotice('en').hash.toString('hex'),
  ...more,
})

/** The same with autopay on and a bill of which the person was told: it is due for its charge. */
async function told(choice = 'pay', totalMinor = 5_000n): Promise<Keeper & { bill: IssuedBill; chargeOn: number }> {
  const kept = await keeper(choice)
  await setAutopay(kept.person.grant('autopay:set'), order(kept.cardId))
  const bill = await createTestBill(kept.person, { totalMinor })
  const chargeOn = 30
  onDay(chargeOn - noticeDays)
  await planCharges(job)
  expect(await collectionOf(bill)).toMatchObject({ state: 'announced' })
  onDay(chargeOn)
  return { ...kept, bill, chargeOn }
}

const collectionOf = ({ id }: IssuedBill) => database('system').collection.findUnique({ where: { billId: id } })
const attemptsAt = ({ id }: IssuedBill) =>
  database('system').payment.findMany({ where: { billId: id, way: 'saved' }, orderBy: { createdAt: 'asc' } })
const mailsTo = async ({ id }: TestPerson) =>
  (
    await database('system').outgoingMessage.findMany({
      where: { subjectId: id, kind: { startsWith: 'autopay.' } },
      orderBy: { id: 'asc' },
    })
  ).map(({ kind }) => kind)
const cardOf = (cardId: string) => database('system').savedCard.findUnique({ where: { id: cardId } })
const behave = async (cardId: string, outcome: string) =>
  world.stripe.post(`payment_methods/${(await cardOf(cardId))?.methodRef}/behaves`, { outcome })
/** How often the person was reminded of a bill, after whoever is to be reminded was. */
async function noticesOf({ id }: IssuedBill): Promise<number> {
  await sendNotices(systemGrant('test', 'arrears:notify', { brand: '' }))
  return database('system').arrearsNotice.count({ where: { billId: id } })
}

/** Everything that the worker does about charges, until nothing is left to do. */
async function work(): Promise<void> {
  await collectDue(job)
  await runJobs()
}

describe('keeping a card', () => {
  it('is a consent of its own, recorded with the words, and shows nothing but scheme, four digits and end', async () => {
    const { person, cardId } = await keeper()
    const { cards } = await readMeans(person.grant('cards:view'))
    expect(cards).toMatchObject([{ id: cardId, name: 'Visa •••• 4242', expires: '2034-08', lapsed: false }])
    const [record] = await consentHistory(person.grant('consents:view'), { limit: 5 })
    expect(record).toMatchObject({ purpose: 'card:keep', decision: 'granted', way: 'payment' })
    expect(record?.text).toContain('Keep this card')
  })

  it('is not done for whoever did not tick the box, nor under other words than those of today', async () => {
    const person = await createTestPerson(BRAND)
    const bill = await createTestBill(person)
    const wrong = { ...keepForm(bill.id), keepShown: 'ab'.repeat(32) }
    await expect(startPayment(person.grant('payments:pay'), wrong)).rejects.toMatchObject({
      code: 'consents.text_changed',
    })
    const { keepCard: _, keepShown: __, ...plain } = keepForm(bill.id)
    const { redirectTo, paymentId } = await startPayment(person.grant('payments:pay'), plain)
    await world.choose(redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId })
    expect((await readMeans(person.grant('cards:view'))).cards).toEqual([])
    expect(await consentHistory(person.grant('consents:view'), { limit: 5 })).toEqual([])
  })

  it('takes the place of the same card kept before, also for autopay', async () => {
    const { person, cardId } = await keeper()
    await setAutopay(person.grant('autopay:set'), order(cardId))
    const bill = await createTestBill(person)
    const { redirectTo, paymentId } = await startPayment(person.grant('payments:pay'), keepForm(bill.id))
    await world.choose(redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId })
    const { cards, order: now } = await readMeans(person.grant('cards:view'))
    expect(cards).toHaveLength(1)
    expect(cards[0]?.id).not.toBe(cardId)
    expect(now?.cardId).toBe(cards[0]?.id)
    expect((await cardOf(cardId))?.removedAt).not.toBeNull()
  })

  it('is undone at once where the consent was withdrawn while the payment was under way', async () => {
    const { person, cardId } = await keeper()
    const bill = await createTestBill(person)
    const { redirectTo, paymentId } = await startPayment(person.grant('payments:pay'), keepForm(bill.id))
    await removeCard(person.grant('cards:remove'), { cardId })
    await world.choose(redirectTo, 'keep_4444')
    await settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId })
    expect((await readMeans(person.grant('cards:view'))).cards).toEqual([])
    await detachCards(systemGrant('test', 'cards:detach', { brand: '' }))
    expect(await database('system').savedCard.count({ where: { subjectId: person.id } })).toBe(0)
  })
})

describe('removing a card', () => {
  const detach = () => detachCards(systemGrant('test', 'cards:detach', { brand: '' }))

  it('ends autopay and the consents, and the provider gives the card up, however often it fails first', async () => {
    const { person, cardId } = await keeper()
    await setAutopay(person.grant('autopay:set'), order(cardId))
    const card = await cardOf(cardId)
    await removeCard(person.grant('cards:remove'), { cardId })
    const means = await readMeans(person.grant('cards:view'))
    expect([means.cards, means.order]).toEqual([[], null])
    const records = await consentHistory(person.grant('consents:view'), { limit: 9 })
    expect(records.map(({ purpose, decision }) => `${purpose} ${decision}`).toSorted()).toEqual([
      'card:autopay granted',
      'card:autopay withdrawn',
      'card:keep granted',
      'card:keep withdrawn',
    ])
    for (const kind of ['status_500', 'status_429', 'cut_before', 'cut_after']) {
      await world.stripe.clearFaults()
      // The provider's client tries a closed connection once more by itself.
      await world.stripe.fault({ kind, match: { path: '/v1/payment_methods/*' }, times: 2 })
      await detach()
      clock.shift(clock.now().getTime() - Date.now() + 120_000)
    }
    await world.stripe.clearFaults()
    clock.shift(clock.now().getTime() - Date.now() + 600_000)
    await detach()
    expect(await cardOf(cardId)).toBeNull()
    const asked = (await world.stripe.requests()).map(({ method, path }) => `${method} ${path}`)
    expect(asked).toContain(`POST /v1/payment_methods/${card?.methodRef}/detach`)
    expect(asked).toContain(`DELETE /v1/customers/${card?.customerRef}`)
  })

  it('is for the person alone: not for staff on their behalf, not for others, not twice', async () => {
    const { person, cardId } = await keeper()
    const staff = await createTestStaff('support', { person })
    for (const permission of ['cards:remove', 'autopay:set', 'autopay:stop', 'payments:pay'] as const)
      expect(() => issueGrant(staff, permission, { brand: BRAND })).toThrow('access.not_on_behalf')
    expect((await readMeans(issueGrant(staff, 'cards:view', { brand: BRAND }))).cards).toHaveLength(1)
    const stranger = await createTestPerson(BRAND)
    const gone = { code: 'autopay.card_not_found' }
    await expect(removeCard(stranger.grant('cards:remove'), { cardId })).rejects.toMatchObject(gone)
    await expect(setAutopay(stranger.grant('autopay:set'), order(cardId))).rejects.toMatchObject(gone)
    await removeCard(person.grant('cards:remove'), { cardId })
    await expect(removeCard(person.grant('cards:remove'), { cardId })).rejects.toMatchObject(gone)
  })
})

describe('the order', () => {
  it('takes a limit as it is typed, and says what is wrong with it', async () => {
    const { person, cardId } = await keeper()
    const set = (limit: string) => setAutopay(person.grant('autopay:set'), order(cardId, { limit }))
    for (const wrong of ['-1', '0', 'abc', '1.2.3', '1.234'])
      await expect(set(wrong)).rejects.toMatchObject({ code: 'autopay.limit_wrong' })
    await set('1 200,50')
    expect((await readMeans(person.grant('cards:view'))).order).toMatchObject({ limitMinor: 120_050n })
    const late = order(cardId, { daysBefore: 30 })
    await expect(setAutopay(person.grant('autopay:set'), late)).rejects.toMatchObject({ code: 'autopay.days_wrong' })
  })

  it('is refused for a card that has ended', async () => {
    const { person, cardId } = await keeper()
    await database('system').savedCard.update({ where: { id: cardId }, data: { expires: '2020-01' } })
    const lapsed = setAutopay(person.grant('autopay:set'), order(cardId))
    await expect(lapsed).rejects.toMatchObject({ code: 'autopay.card_lapsed' })
  })

  it('taken back leaves nothing to be taken', async () => {
    const { person, bill } = await told()
    await stopAutopay(person.grant('autopay:stop'))
    await work()
    expect(await attemptsAt(bill)).toEqual([])
    expect(await collectionOf(bill)).toBeNull()
    expect(await findPlan(person.grant('bills:view'), bill.id)).toBeNull()
  })

  it('that is above the limit is left to the person, and nobody is promised that it will be taken', async () => {
    const { person, cardId } = await keeper()
    const bill = await createTestBill(person)
    await setAutopay(person.grant('autopay:set'), { ...order(cardId), limit: '10' })
    const shown = async () =>
      (await readMeans(person.grant('cards:view'))).bills.find(({ billId }) => billId === bill.id)
    expect(await shown()).toMatchObject({ state: 'skipped', failure: 'above_limit', day: null })
    expect(await findPlan(person.grant('bills:view'), bill.id)).toBeNull()
    await setAutopay(person.grant('autopay:set'), { ...order(cardId), limit: '' })
    const { day } = (await shown()) ?? {}
    expect(await findPlan(person.grant('bills:view'), bill.id)).toEqual({ card: 'Visa •••• 4242', day })
    await stopAutopay(person.grant('autopay:stop'))
  })
})

describe('a bill of somebody with autopay', () => {
  it('is announced, taken once on its day, and receipted, however many jobs run at once', async () => {
    const { person, bill } = await told()
    const plan = () => findPlan(person.grant('bills:view'), bill.id)
    const { nextAt } = (await collectionOf(bill)) ?? {}
    expect(await plan()).toEqual({ card: 'Visa •••• 4242', day: localDay(nextAt ?? new Date(0), zone) })
    expect(await findPlan((await createTestPerson(person.brand)).grant('bills:view'), bill.id)).toBeNull()
    await world.stripe.forgetRequests()
    await Promise.all([work(), work(), collectDue(job), collectDue(job)])
    await work()
    expect(await plan()).toBeNull()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded', attempt: 1, amountMinor: 5_000n }])
    expect(await getBill(person.grant('bills:view'), bill.id)).toMatchObject({ state: 'paid', openMinor: 0n })
    expect(await collectionOf(bill)).toMatchObject({ state: 'done', attempts: 1 })
    expect(await mailsTo(person)).toEqual(['autopay.on', 'autopay.announced', 'autopay.taken'])
    const made = (await world.stripe.requests()).filter(
      ({ method, path }) => method === 'POST' && path === '/v1/payment_intents',
    )
    expect([...new Set(made.map(({ body }) => JSON.stringify(body)))]).toHaveLength(1)
  })

  it('[ENB-18] sends the fields that the register lists and no other', async () => {
    const { person } = await told()
    await world.stripe.forgetRequests()
    await work()
    const sends = new Set(getManifest(BRAND).recipients.find(({ key }) => key === 'stripe')?.sends)
    const told_ = (await world.stripe.requests()).filter(({ method }) => method === 'POST')
    expect(told_.length).toBeGreaterThan(0)
    for (const { body } of told_) expect(fieldsOf(body).filter((field) => !sends.has(field))).toEqual([])
    expect(JSON.stringify(told_)).not.toContain(person.id)
  })

  const skips: [string, string, (of: Awaited<ReturnType<typeof told>>) => Promise<unknown>][] = [
    ['was paid meanwhile', 'nothing_open', ({ person, bill }) => payByHand(person, bill)],
    [
      'was given more time',
      'extended',
      ({ bill, person }) =>
        database('system').billExtension.create({
          data: { billId: bill.id, brand: BRAND, subjectId: person.id, until: clock.inDays(40) },
        }),
    ],
    [
      'is paid in instalments',
      'arranged',
      ({ bill, person }) =>
        database('system').arrangement.create({
          data: { billId: bill.id, brand: BRAND, subjectId: person.id, amountMinor: 5_000n, currency: 'EUR' },
        }),
    ],
    [
      'is above a limit that was set since',
      'above_limit',
      ({ person }) =>
        database('system').autopay.update({ where: { subjectId: person.id }, data: { limitMinor: 4_999n } }),
    ],
    [
      'is to be taken from a card that has ended',
      'card_lapsed',
      ({ cardId }) => database('system').savedCard.update({ where: { id: cardId }, data: { expires: '2026-01' } }),
    ],
    [
      'is of somebody who closes the account',
      'account_closing',
      ({ person }) => database('system').account.update({ where: { id: person.id }, data: { state: 'closing' } }),
    ],
  ]
  it.each(skips)('that %s is left alone, with the reason', async (_, reason, happen) => {
    const of = await told()
    await happen(of)
    await work()
    expect((await attemptsAt(of.bill)).filter(({ attempt }) => attempt)).toEqual([])
    expect(await collectionOf(of.bill)).toMatchObject({ state: 'skipped', failure: reason })
  })

  it('that grew since it was announced is announced again before it is taken', async () => {
    const { bill, person, chargeOn } = await told()
    await database('system').collection.update({ where: { billId: bill.id }, data: { amountMinor: 1_000n } })
    await work()
    expect(await attemptsAt(bill)).toEqual([])
    expect(await collectionOf(bill)).toMatchObject({ state: 'announced', amountMinor: 5_000n })
    onDay(chargeOn + noticeDays)
    await work()
    expect(await collectionOf(bill)).toMatchObject({ state: 'done' })
    expect((await mailsTo(person)).filter((kind) => kind === 'autopay.announced')).toHaveLength(2)
  })

  it('at whose checkout the person stands is left for later, and one that was left is closed', async () => {
    const { bill, person } = await told()
    const { keepCard: _, keepShown: __, ...plain } = keepForm(bill.id)
    await startPayment(person.grant('payments:pay'), plain)
    await work()
    expect(await attemptsAt(bill)).toEqual([])
    clock.shift(clock.now().getTime() - Date.now() + 3_600_000)
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded' }])
  })

  it('that was late before autopay was switched on is not touched', async () => {
    const { person, cardId } = await keeper()
    const bill = await createTestBill(person)
    onDay(40)
    await setAutopay(person.grant('autopay:set'), order(cardId))
    await planCharges(job)
    expect(await collectionOf(bill)).toBeNull()
  })
})

describe('a refusal', () => {
  it('that may pass is tried again by the schedule of the brand, told each time, and then given up', async () => {
    const { bill, person, chargeOn } = await told('keep_9995')
    await work()
    onDay(chargeOn + 1)
    expect(await noticesOf(bill)).toBe(0)
    onDay(chargeOn)
    for (const after of retryDays) {
      expect(await collectionOf(bill)).toMatchObject({ state: 'waiting', failure: 'insufficient_funds' })
      onDay(chargeOn + after - 1)
      const before = (await attemptsAt(bill)).length
      if (after > 1) await work()
      expect((await attemptsAt(bill)).length).toBe(before)
      onDay(chargeOn + after)
      await work()
    }
    expect(await collectionOf(bill)).toMatchObject({ state: 'given_up', attempts: retryDays.length + 1 })
    onDay(chargeOn + 60)
    await planCharges(job)
    await work()
    const attempts = await attemptsAt(bill)
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4])
    const mails = (await mailsTo(person)).filter((kind) => /waiting|last/.test(kind))
    expect(mails).toEqual(['autopay.waiting', 'autopay.waiting', 'autopay.waiting', 'autopay.last'])
  })

  it('that passed is taken on the next attempt', async () => {
    const { bill, cardId, chargeOn } = await told('keep_9995')
    await work()
    await behave(cardId, 'succeeds')
    onDay(chargeOn + (retryDays[0] ?? 0))
    await work()
    expect((await attemptsAt(bill)).map(({ state }) => state)).toEqual(['failed', 'succeeded'])
    expect(await collectionOf(bill)).toMatchObject({ state: 'done' })
  })

  it.each(['9987', '0069'])('for good (card %s) is never tried again, stops the order and is told', async (last4) => {
    const { bill, person, chargeOn } = await told(`keep_${last4}`)
    await work()
    expect(await collectionOf(bill)).toMatchObject({ state: 'given_up', attempts: 1, nextAt: null })
    expect((await readMeans(person.grant('cards:view'))).order?.stoppedAt).toBeInstanceOf(Date)
    const next = await createTestBill(person)
    onDay(chargeOn + 30)
    await planCharges(job)
    await work()
    expect(await collectionOf(next)).toBeNull()
    expect(await attemptsAt(bill)).toHaveLength(1)
    expect(await mailsTo(person)).toContain('autopay.hard')
  })

  it('that asks for the person is left to them, by a message that leads to exactly that bill', async () => {
    const { bill, person, chargeOn } = await told('keep_3184')
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'failed', failure: 'authentication_required' }])
    expect(await collectionOf(bill)).toMatchObject({ state: 'needs_person' })
    expect((await mailsTo(person)).at(-1)).toBe('autopay.needs_person')
    const links = await database('system').payLink.findMany({ where: { subjectId: person.id } })
    expect(links).toMatchObject([{ billId: bill.id }])
    onDay(chargeOn + 30)
    await work()
    expect(await attemptsAt(bill)).toHaveLength(1)
    expect(await noticesOf(bill)).toBeGreaterThan(0)
    clock.shift(0)
    await payByHand(person, bill)
    expect(await getBill(person.grant('bills:view'), bill.id)).toMatchObject({ state: 'paid' })
  })

  it('of a card that the provider does not know any more is for good', async () => {
    const { bill, cardId } = await told()
    await database('system').savedCard.update({ where: { id: cardId }, data: { methodRef: `pm_${bill.id}` } })
    await work()
    expect(await collectionOf(bill)).toMatchObject({ state: 'given_up', failure: 'resource_missing' })
  })
})

describe('faults on the wire', () => {
  const intents = { path: '/v1/payment_intents', method: 'POST' }

  it.each([
    ['cut before it was done', 'cut_before'],
    ['cut after it was done', 'cut_after'],
    ['answered with 500', 'status_500'],
    ['answered with 429', 'status_429'],
  ])('a charge %s is made exactly once', async (_, kind) => {
    const { bill, person } = await told()
    await world.stripe.fault({ kind, match: intents, times: 2 })
    await work()
    const [first] = await attemptsAt(bill)
    expect(first?.state).toBe(kind.startsWith('cut') || kind === 'status_500' ? 'unknown' : 'created')
    expect(await collectionOf(bill)).toMatchObject({ state: 'charging' })
    await world.stripe.clearFaults()
    clock.shift(clock.now().getTime() - Date.now() + 10 * 60_000)
    await reconcilePaymentsJob.run({})
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded' }])
    expect(await getBill(person.grant('bills:view'), bill.id)).toMatchObject({ state: 'paid', paidMinor: 5_000n })
  })

  it('webhooks twice, late and before we know of the charge change nothing', async () => {
    const { bill, person } = await told()
    await world.stripe.fault({ kind: 'duplicate_webhooks', times: 6 })
    await work()
    clock.shift(0)
    await world.stripe.flush()
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded' }])
    const [payment] = await attemptsAt(bill)
    await followCharge(job, { paymentId: payment?.id ?? '' })
    await followCharge(job, { paymentId: payment?.id ?? '' })
    expect((await mailsTo(person)).filter((kind) => kind === 'autopay.taken')).toHaveLength(1)
  })

  it('a worker that is killed after the plan was written, and one after the charge, lose and double nothing', async () => {
    const { bill } = await told()
    // Only the first step: what would follow is in the queue, or found by the reconciler.
    await collectDue(job)
    expect(await collectionOf(bill)).toMatchObject({ state: 'charging' })
    await world.stripe.fault({ kind: 'cut_after', match: intents, times: 2 })
    await runJobs()
    await collectDue(job)
    await world.stripe.clearFaults()
    clock.shift(clock.now().getTime() - Date.now() + 10 * 60_000)
    await reconcilePaymentsJob.run({})
    // Nobody followed: the next round finds it.
    clock.shift(clock.now().getTime() - Date.now() + 10 * 60_000)
    await collectDue(job)
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded' }])
    expect(await collectionOf(bill)).toMatchObject({ state: 'done' })
  })

  it('a charge that was never made is not made days later', async () => {
    const { bill, chargeOn } = await told()
    await world.stripe.fault({ kind: 'status_429', match: intents, times: 2 })
    await work()
    await world.stripe.clearFaults()
    onDay(chargeOn + 2)
    await reconcilePaymentsJob.run({})
    await drainJobs(followAutopayJob)
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'abandoned', failure: 'never_charged' }])
    expect(await collectionOf(bill)).toMatchObject({ state: 'waiting' })
  })

  it('a bill that is taken back between the plan and the charge is not charged', async () => {
    const { bill } = await told()
    await collectDue(job)
    const { approve } = await withTwo(['data_operator', 'security_manager'], BRAND, cancelBillOperation, {
      billId: bill.id,
      reason: 'duplicate',
    })
    await approve()
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'abandoned', failure: 'not_owed' }])
    expect(await collectionOf(bill)).toMatchObject({ state: 'skipped', failure: 'nothing_open' })
  })

  it('whoever pays in the moment of the charge is not charged twice', async () => {
    const { bill, person } = await told()
    await collectDue(job)
    const { keepCard: _, keepShown: __, ...plain } = keepForm(bill.id)
    const paying = startPayment(person.grant('payments:pay'), plain)
    await expect(paying).rejects.toMatchObject({ code: 'payments.nothing_to_pay' })
    await work()
    expect(await attemptsAt(bill)).toMatchObject([{ state: 'succeeded' }])
    expect(await database('system').payment.count({ where: { billId: bill.id } })).toBe(1)
  })
})

it('each state of collecting is reached from the first, or from none', () => {
  const reached = new Set(['announced', 'skipped'])
  for (const _ of Object.keys(COLLECTION_TRANSITIONS))
    for (const [from, all] of Object.entries(COLLECTION_TRANSITIONS))
      if (reached.has(from)) for (const to of all) reached.add(to)
  expect([...reached].toSorted()).toEqual(Object.keys(COLLECTION_TRANSITIONS).toSorted())
})

it('after all of it the books agree with the provider to the cent', async () => {
  await settleEverything(world)
  const { books, differences } = await faultsOfBooks(world)
  expect({ books, differences }).toEqual({ books: [], differences: [] })
})

async function payByHand(person: TestPerson, bill: IssuedBill): Promise<void> {
  const { keepCard: _, keepShown: __, ...plain } = keepForm(bill.id)
  const { redirectTo, paymentId } = await startPayment(person.grant('payments:pay'), plain)
  await world.choose(redirectTo, 'pay')
  await settleReturned(person.grant('payments:view'), { billId: bill.id, paymentId })
}

/** The names of what a request says, as the register writes them; a form numbers the members of its lists. */
function fieldsOf(value: unknown, prefix = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => fieldsOf(part, prefix))
  if (typeof value !== 'object' || value === null) return prefix ? [prefix] : []
  return Object.entries(value).flatMap(([key, part]) =>
    fieldsOf(part, /^\d+$/.test(key) ? prefix : [prefix, key].filter(Boolean).join('.')),
  )
}
