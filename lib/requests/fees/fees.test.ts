import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { getBill, REQUEST_FEE } from '#lib/billing/index.ts'
import { walletOf } from '#lib/ledger/index.ts'
import {
  receiveEvent,
  settleReturned,
  startPayment,
  verifyPayPalWebhook,
  verifyStripeWebhook,
} from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { drainJobs } from '#lib/testing/drain-jobs.ts'
import { type PaymentWorld, startPaymentWorld } from '#lib/testing/payment-world.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON } from '#lib/testing/request-world.ts'
import { defineWebhook } from '#lib/web/define-webhook.ts'
import { continueFeeJob } from '#worker/jobs/continue-fee.ts'
import { dropFeeJob } from '#worker/jobs/drop-fee.ts'
import {
  acceptFee,
  askFee,
  continueFee,
  continuePaid,
  dropFee,
  getRequest,
  refuseRequest,
  waiveFee,
  withdrawRequest,
} from '../index.ts'
import { AskFee } from '../schema.ts'

const BRAND = 'we-lock'
const DAY = 86_400_000

let world: PaymentWorld
beforeAll(async () => {
  world = await startPaymentWorld(async () => ({
    '/stripe': defineWebhook({ provider: 'stripe', verify: verifyStripeWebhook, receive: receiveEvent }),
    '/paypal': defineWebhook({ provider: 'paypal', verify: verifyPayPalWebhook, receive: receiveEvent }),
  }))
})
afterAll(() => world.stop())
afterEach(() => clock.shift(0))

const fee = (request: string, more: Partial<AskFee> = {}): AskFee => ({
  request,
  ground: 'cost',
  amount: '12.50',
  text: REASON,
  ...more,
})

describe('a fee for a request', () => {
  it('[LCK-13] is shown with its reason before the person goes on, and paid through the same payments', async () => {
    const [person, other] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const { grant } = await createOperator()
    const request = await openAs(person, 'access')
    const view = () => getRequest(person.grant('requests:view'), request)
    const before = (await view()).daysLeft
    await askFee(grant('requests:handle', BRAND), fee(request))
    const asked = await view()
    expect(asked).toMatchObject({
      state: 'fee_asked',
      paused: true,
      fee: { minor: 1250n, currency: 'EUR', ground: 'cost', billId: null },
    })
    expect(asked.entries.at(-1)).toMatchObject({ kind: 'fee_asked', words: REASON })
    // Nothing is owed before they agree, and nobody agrees for them.
    expect(await database('system').bill.count({ where: { subjectId: person.id } })).toBe(0)
    const foreign = acceptFee(other.grant('payments:pay'), { request })
    await expect(foreign).rejects.toMatchObject({ code: 'requests.not_found' })
    clock.shift(3 * DAY)
    const billId = await acceptFee(person.grant('payments:pay'), { request })
    expect(await acceptFee(person.grant('payments:pay'), { request })).toBe(billId)
    const bill = await getBill(person.grant('bills:view'), billId)
    expect(bill).toMatchObject({ totalMinor: 1250n, openMinor: 1250n, currency: 'EUR', standing: 'issued' })
    expect(bill.lines).toMatchObject([{ tariff: REQUEST_FEE, part: asked.number }])
    const goOn = () => continuePaid(person.grant('payments:pay'), { request })
    await expect(goOn()).rejects.toMatchObject({ code: 'requests.fee_open' })
    const started = await startPayment(person.grant('payments:pay'), { billId, method: 'card', locale: 'en' })
    await world.choose(started.redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId, paymentId: started.paymentId })
    expect(await getBill(person.grant('bills:view'), billId)).toMatchObject({ state: 'paid', openMinor: 0n })
    // The books said so, and the request goes on by itself: nobody has to press anything.
    expect((await view()).state).toBe('fee_asked')
    await drainJobs(continueFeeJob)
    expect(await view()).toMatchObject({ state: 'in_progress', paused: false, daysLeft: before })
    expect((await view()).entries.map(({ kind, author }) => `${kind} ${author}`)).toContain('fee_paid portal')
    await continueFee(systemGrant('test', 'requests:continue', { brand: BRAND }), { bill: billId })
    expect((await view()).entries.filter(({ kind }) => kind === 'fee_paid')).toHaveLength(1)
    await expect(goOn()).rejects.toMatchObject({ code: 'requests.not_now' })
  })

  it('goes on by a press too, where the work in the background is slower than its person', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const request = await openAs(person, 'access')
    await askFee(grant('requests:handle', BRAND), fee(request))
    const billId = await acceptFee(person.grant('payments:pay'), { request })
    // A second fee on the same day is a second bill.
    const second = await openAs(person, 'portability')
    await askFee(grant('requests:handle', BRAND), fee(second))
    expect(await acceptFee(person.grant('payments:pay'), { request: second })).not.toBe(billId)
    const nothing = continueFee(systemGrant('test', 'requests:continue', { brand: BRAND }), { bill: billId })
    await expect(nothing).resolves.toBeUndefined()
    expect((await getRequest(person.grant('requests:view'), request)).state).toBe('fee_asked')
    const started = await startPayment(person.grant('payments:pay'), { billId, method: 'card', locale: 'en' })
    await world.choose(started.redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId, paymentId: started.paymentId })
    await continuePaid(person.grant('payments:pay'), { request })
    await drainJobs(continueFeeJob)
    const { entries } = await getRequest(person.grant('requests:view'), request)
    expect(entries.filter(({ kind }) => kind === 'fee_paid')).toHaveLength(1)
  })

  it('is asked on the grounds of the brand only, once, and never where the same was not asked before', async () => {
    const { grant } = await createOperator()
    const code = async (brand: string, input: AskFee) =>
      askFee(grant('requests:handle', brand), input).then(
        () => 'asked',
        (fault) => fault.code,
      )
    const free = await createTestPerson('energybilling')
    expect(await code('energybilling', fee(await openAs(free, 'access')))).toBe('requests.free_here')
    const plus = await createTestPerson('wellborne-plus')
    const first = await openAs(plus, 'access')
    expect(await code('wellborne-plus', fee(first))).toBe('requests.free_here')
    expect(await code('wellborne-plus', fee(first, { ground: 'frequency' }))).toBe('requests.not_repeated')
    const again = await openAs(plus, 'access')
    expect(await code('wellborne-plus', fee(again, { ground: 'frequency', amount: '0.00' }))).toBe('requests.fee_form')
    // No member of staff asks more than the brand says that it asks at most.
    expect(await code('wellborne-plus', fee(again, { ground: 'frequency', amount: '100.01' }))).toBe(
      'requests.fee_high',
    )
    expect(await code('wellborne-plus', fee(again, { ground: 'frequency', amount: '100.00' }))).toBe('asked')
    expect(await code('wellborne-plus', fee(again, { ground: 'frequency' }))).toBe('requests.fee_once')
    for (const amount of ['-1', '1e3', '12,345', '', 'ten'])
      expect(AskFee.safeParse(fee(first, { amount })).success, amount).toBe(false)
    expect(AskFee.parse(fee(first, { amount: '3,20' })).amount).toBe('3.20')
  })

  it('is owed no more once the request is taken back, refused, or the fee given up, and comes back where it was paid', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const handle = grant('requests:handle', BRAND)
    const agreed = async (kind: 'access' | 'portability' | 'objection' | 'restriction') => {
      const request = await openAs(person, kind)
      await askFee(handle, fee(request))
      return { request, billId: await acceptFee(person.grant('payments:pay'), { request }) }
    }
    const bill = (billId: string) => getBill(person.grant('bills:view'), billId)
    const [back, refused, free, paid] = [
      await agreed('access'),
      await agreed('portability'),
      await agreed('objection'),
      await agreed('restriction'),
    ]
    const started = await startPayment(person.grant('payments:pay'), {
      billId: paid.billId,
      method: 'card',
      locale: 'en',
    })
    await world.choose(started.redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId: paid.billId, paymentId: started.paymentId })
    await drainJobs(continueFeeJob)
    await withdrawRequest(person.grant('requests:follow'), back)
    for (const { request } of [refused, paid])
      await refuseRequest(handle, { request, reason: 'fee_declined', text: REASON })
    clock.shift(2 * DAY)
    await waiveFee(handle, free)
    await drainJobs(dropFeeJob)
    for (const { billId } of [back, refused, free, paid])
      expect(await bill(billId)).toMatchObject({
        state: 'cancelled',
        openMinor: 0n,
        creditNote: { reason: 'fee_dropped' },
      })
    const wallet = await inScope(person.grant('bills:view'), (tx) => walletOf(tx, { brand: BRAND, subject: person.id }))
    expect(wallet).toEqual([expect.objectContaining({ currency: 'EUR', amountMinor: 1250n })])
    const gone = await getRequest(person.grant('requests:view'), free.request)
    expect(gone).toMatchObject({ state: 'in_progress', paused: false, daysLeft: 30 })
    expect(gone.entries.at(-1)).toMatchObject({ kind: 'fee_waived', author: 'staff' })
    await expect(waiveFee(handle, free)).rejects.toMatchObject({ code: 'requests.not_now' })
    await dropFee(systemGrant('test', 'requests:drop-fee', { brand: BRAND }), { bill: free.billId })
  })

  it('stays paid for a request that its person takes back after that', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const request = await openAs(person, 'access')
    await askFee(grant('requests:handle', BRAND), fee(request))
    const billId = await acceptFee(person.grant('payments:pay'), { request })
    const started = await startPayment(person.grant('payments:pay'), { billId, method: 'card', locale: 'en' })
    await world.choose(started.redirectTo, 'pay')
    await settleReturned(person.grant('payments:view'), { billId, paymentId: started.paymentId })
    await drainJobs(continueFeeJob)
    await withdrawRequest(person.grant('requests:follow'), { request })
    await drainJobs(dropFeeJob)
    expect(await getBill(person.grant('bills:view'), billId)).toMatchObject({ state: 'paid' })
  })

  it('is declined for nothing: the request is taken back, or refused because it was', async () => {
    const person = await createTestPerson(BRAND)
    const { grant } = await createOperator()
    const handle = grant('requests:handle', BRAND)
    const [one, two] = [await openAs(person, 'access'), await openAs(person, 'portability')]
    for (const request of [one, two]) await askFee(handle, fee(request))
    await withdrawRequest(person.grant('requests:follow'), { request: one })
    await refuseRequest(handle, { request: two, reason: 'fee_declined', text: REASON })
    const late = acceptFee(person.grant('payments:pay'), { request: one })
    await expect(late).rejects.toMatchObject({ code: 'requests.not_now' })
    expect(await database('system').bill.count({ where: { subjectId: person.id } })).toBe(0)
  })
})
