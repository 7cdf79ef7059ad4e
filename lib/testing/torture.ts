import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import Stripe from 'stripe'
import { issueGrant, type StaffActor, type StaffRole } from '#lib/access/index.ts'
import { approveOperation, type Operation, requestApproval } from '#lib/approvals/index.ts'
import { cancelBillOperation, listOpenBills, writeOffBillOperation } from '#lib/billing/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { payByCredit, payOutCredit, refundOperation, settleReturned, startPayment } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { createTestBill } from './billed-person.ts'
import type { PaymentWorld } from './payment-world.ts'
import { createTestPerson, createTestStaff, type TestPerson } from './people.ts'
import { faultsOfBooks, runJobs, settleEverything } from './provider-totals.ts'

/** What a run did, by kind. */
export type TortureCounts = Record<string, number>

export interface TortureRun {
  readonly seed: number
  readonly seconds: number
  /** How many people pay, are refunded and dispute side by side. */
  readonly lanes: number
  /** Milliseconds after which the worker is killed and begins again, at the most. */
  readonly killEvery: number
}

/**
 * Lets many people pay, come back or not, be refunded and dispute, while providers fail, repeat, reorder and lose
 * messages and the worker is killed again and again. What each does follows from the seed; how they interleave does not.
 * Afterwards everything is settled.
 * @returns what was done, and what is wrong in the books then: nothing
 */
export async function torture(
  world: PaymentWorld,
  { seed, seconds, lanes, killEvery }: TortureRun,
): Promise<{ counts: TortureCounts; faults: Awaited<ReturnType<typeof faultsOfBooks>> }> {
  const counts: TortureCounts = {}
  const until = Date.now() + seconds * 1000
  const staff = {
    support: await createTestStaff('support'),
    data_operator: await createTestStaff('data_operator'),
    security_manager: await createTestStaff('security_manager'),
  }
  const stand = { world, counts, staff }
  await Promise.all([
    ...Array.from({ length: lanes }, (_, lane) => live(stand, random(seed * 1000 + lane), until)),
    trouble(stand, random(seed * 1000 + 998), until),
    killWorkers(stand, random(seed * 1000 + 999), { until, killEvery }),
  ])
  await decideEverything(stand)
  await settleEverything(world)
  await runJobs()
  return { counts, faults: await faultsOfBooks(world) }
}

interface Stand {
  readonly world: PaymentWorld
  readonly counts: TortureCounts
  readonly staff: Readonly<Record<'support' | 'data_operator' | 'security_manager', StaffActor>>
}

type Random = () => number

/** mulberry32: small, fast, the same everywhere. */
function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const upTo = (next: Random, below: number) => Math.floor(next() * below)

function pick<T>(next: Random, from: readonly [T, ...T[]]): T {
  return from[upTo(next, from.length)] ?? from[0]
}

type Step = (stand: Stand, next: Random, person: TestPerson) => Promise<void>

/** How often people do what. */
const STEPS: readonly [number, string, Step][] = [
  [
    10,
    'bill',
    async (_, next, person) => void (await createTestBill(person, { totalMinor: BigInt(100 + upTo(next, 20_000)) })),
  ],
  [30, 'pay', pay],
  [12, 'return', comeBack],
  [8, 'refund', refund],
  [3, 'refund at the provider', refundThere],
  [4, 'dispute', dispute],
  [4, 'decide dispute', decideDispute],
  [6, 'use credit', useCredit],
  [
    3,
    'pay out credit',
    (_, __, person) => payOutCredit(person.grant('credit:pay-out'), { currency: 'EUR' }).then(() => undefined),
  ],
  [2, 'cancel bill', correct],
  [10, 'jobs', async () => void (await runJobs())],
]
const WHOLE = STEPS.reduce((sum, [weight]) => sum + weight, 0)

/** One household after the other. */
async function live(stand: Stand, next: Random, until: number): Promise<void> {
  while (Date.now() < until) {
    const person = await createTestPerson('we-e-charge')
    await createTestBill(person, { totalMinor: BigInt(100 + upTo(next, 20_000)) })
    for (let step = 0; step < 14 && Date.now() < until; step += 1) await once(stand, next, person)
  }
}

/** What falls on a number below the sum of the weights. */
function choose(roll: number): (typeof STEPS)[number] {
  let left = roll
  for (const step of STEPS) {
    left -= step[0]
    if (left < 0) return step
  }
  throw new Error('the number is beyond the weights')
}

async function once(stand: Stand, next: Random, person: TestPerson): Promise<void> {
  const [, name, run] = choose(next() * WHOLE)
  try {
    await run(stand, next, person)
    count(stand, name)
  } catch (fault) {
    // What is refused is refused; anything else would be a fault of ours.
    if (!(fault instanceof Refusal)) throw fault
    count(stand, `${name}: ${fault.code}`)
  }
}

function count({ counts }: Stand, what: string): void {
  counts[what] = (counts[what] ?? 0) + 1
}

async function pay({ world }: Stand, next: Random, person: TestPerson): Promise<void> {
  const open = await listOpenBills(person.grant('bills:view'))
  const [first, ...rest] = open
  if (!first) return
  const method = pick(next, ['card', 'card', 'paypal'] as const)
  const part = next() < 0.3 ? toDecimalText(60n + BigInt(upTo(next, Number(first.openMinor))), 'EUR') : undefined
  const others = next() < 0.3 ? rest.map(({ id }) => id) : []
  const input = { billId: first.id, method, locale: 'en' as const, others, ...(part ? { amount: part } : {}) }
  const twice = next() < 0.3
  const started = await Promise.all((twice ? [1, 2] : [1]).map(() => startPayment(person.grant('payments:pay'), input)))
  const url = started[0]?.redirectTo ?? ''
  if (!url.startsWith('http')) return
  const choice =
    method === 'paypal'
      ? pick(next, ['approve', 'approve_and_leave', 'approve_and_leave', 'declined', 'held'] as const)
      : pick(next, ['pay', 'pay_and_leave', 'pay_and_leave', 'insufficient_funds'] as const)
  // The provider's own pages fail too.
  await world.choose(url, choice, method).catch(() => null)
}

async function lastPayment(person: TestPerson, state?: 'succeeded') {
  return database('system').payment.findFirst({
    where: { subjectId: person.id, ...(state ? { state } : {}) },
    orderBy: { createdAt: 'desc' },
  })
}

async function comeBack(_: Stand, __: Random, person: TestPerson): Promise<void> {
  const payment = await lastPayment(person)
  if (payment) await settleReturned(person.grant('payments:view'), { billId: payment.billId, paymentId: payment.id })
}

async function refund(stand: Stand, next: Random, person: TestPerson): Promise<void> {
  const payment = await lastPayment(person, 'succeeded')
  if (!payment?.capturedMinor) return
  const amount = toDecimalText(1n + BigInt(upTo(next, Number(payment.capturedMinor))), payment.currency)
  const source = pick(next, ['bill', 'bill', 'credit', 'goodwill'] as const)
  const input = { payment: payment.id, amount, source, why: 'complaint' } as const
  await byTwo(stand, person.brand, refundOperation, { input, asks: 'support', lets: 'security_manager' })
}

async function correct(stand: Stand, next: Random, person: TestPerson): Promise<void> {
  const [bill] = await listOpenBills(person.grant('bills:view'))
  if (!bill) return
  const roles = { asks: 'data_operator', lets: 'security_manager' } as const
  if (next() < 0.5) await byTwo(stand, person.brand, writeOffBillOperation, { input: { billId: bill.id }, ...roles })
  else
    await byTwo(stand, person.brand, cancelBillOperation, {
      input: { billId: bill.id, reason: 'wrong_reading' },
      ...roles,
    })
}

async function byTwo<I>(
  { staff }: Stand,
  brand: string,
  operation: Operation<I>,
  { input, asks, lets }: { input: I; asks: keyof Stand['staff'] & StaffRole; lets: keyof Stand['staff'] & StaffRole },
): Promise<void> {
  const fresh = (actor: StaffActor) => ({ ...actor, authenticatedAt: clock.now() })
  const approval = await requestApproval(issueGrant(fresh(staff[asks]), 'approvals:request', { brand }), operation, {
    input,
    reason: 'The reading was of another meter',
  })
  await approveOperation(issueGrant(fresh(staff[lets]), 'approvals:decide', { brand }), OPERATIONS, { approval })
}

function stripeOf({ sandbox }: PaymentWorld): Stripe {
  const { port } = new URL(sandbox.stripeUrl)
  return new Stripe(process.env.STRIPE_SECRET_KEY ?? '', { host: '127.0.0.1', port, protocol: 'http' })
}

/** Somebody gives money back on the provider's own pages, past the portal. */
async function refundThere({ world }: Stand, next: Random, person: TestPerson): Promise<void> {
  const payment = await lastPayment(person, 'succeeded')
  if (payment?.provider !== 'stripe' || !payment.captureId) return
  const amount = 1 + upTo(next, Number(payment.capturedMinor))
  await stripeOf(world)
    .refunds.create({ payment_intent: payment.captureId, amount })
    .catch(() => null)
}

async function dispute({ world }: Stand, _: Random, person: TestPerson): Promise<void> {
  const payment = await lastPayment(person, 'succeeded')
  if (!payment?.captureId) return
  if (payment.provider === 'paypal') {
    await world.paypal.post('disputes', { capture: payment.captureId })
    return
  }
  const intent = await stripeOf(world)
    .paymentIntents.retrieve(payment.captureId)
    .catch(() => null)
  if (intent) await world.stripe.post('disputes', { charge: intent.latest_charge })
}

async function decideDispute({ world }: Stand, next: Random, person: TestPerson): Promise<void> {
  const found = await database('system').dispute.findFirst({ where: { subjectId: person.id, state: 'open' } })
  if (!found) return
  const provider = found.provider === 'paypal' ? world.paypal : world.stripe
  await provider.post(`disputes/${found.providerRef}/close`, { outcome: next() < 0.5 ? 'won' : 'lost' })
}

async function useCredit(_: Stand, __: Random, person: TestPerson): Promise<void> {
  const [bill] = await listOpenBills(person.grant('bills:view'))
  if (bill) await payByCredit(person.grant('payments:pay'), { billId: bill.id })
}

const KINDS = ['cut_before', 'cut_after', 'cut_after', 'status_429', 'status_500', 'delay'] as const
const LOST = ['drop_webhooks', 'duplicate_webhooks', 'reorder_webhooks'] as const

/** The providers have bad days. */
async function trouble(stand: Stand, next: Random, until: number): Promise<void> {
  const { world } = stand
  while (Date.now() < until) {
    const provider = next() < 0.5 ? world.stripe : world.paypal
    if (next() < 0.6) {
      const kind = pick(next, KINDS)
      const match = { path: pick(next, ['/v1/*', '/v2/*', '*'] as const) }
      await provider.fault({ kind, match, times: 1 + upTo(next, 3), delayMs: 30, retryAfter: next() < 0.3 ? 1 : null })
      count(stand, `fault: ${kind}`)
    } else {
      const kind = pick(next, LOST)
      await provider.fault({ kind, times: 1 + upTo(next, 4) })
      count(stand, `fault: ${kind}`)
    }
    if (next() < 0.15)
      await provider.post('refunds/next', { outcome: provider === world.stripe ? 'pending' : 'PENDING' })
    await pause(40 + upTo(next, 120))
    if (next() < 0.1) await provider.clearFaults()
  }
}

/** A process of its own does the jobs and is killed in the middle of them, over and over. */
async function killWorkers(
  stand: Stand,
  next: Random,
  { until, killEvery }: { until: number; killEvery: number },
): Promise<void> {
  do {
    const worker = spawn(process.execPath, ['lib/testing/torture-worker.ts'], { stdio: ['ignore', 'pipe', 'inherit'] })
    const ready = await beginning(worker)
    await pause(Math.max(0, Math.min(200 + upTo(next, killEvery), until - Date.now())))
    worker.kill('SIGKILL')
    if (worker.exitCode === null && worker.signalCode === null)
      await new Promise((resolve) => worker.once('exit', resolve))
    if (ready) count(stand, 'worker killed')
  } while (Date.now() < until)
}

/** Whether the process came so far as to work. */
function beginning(worker: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    worker.stdout?.once('data', () => resolve(true))
    worker.once('exit', () => resolve(false))
  })
}

/** What banks and reviewers had not decided yet. */
async function decideEverything({ world }: Stand): Promise<void> {
  await world.stripe.clearFaults()
  await world.paypal.clearFaults()
  const pending = await database('system').refund.findMany({ where: { state: 'pending', providerRef: { not: null } } })
  for (const [index, { provider, providerRef }] of pending.entries()) {
    const good = index % 3 > 0
    if (provider === 'stripe')
      await world.stripe.post(`refunds/${providerRef}/settle`, { outcome: good ? 'succeeded' : 'failed' })
    else await world.paypal.post(`refunds/${providerRef}/settle`, { outcome: good ? 'COMPLETED' : 'FAILED' })
  }
}
