import Stripe from 'stripe'
import { issueGrant, type StaffActor, type StaffRole, systemGrant } from '#lib/access/index.ts'
import { approveOperation, type Operation, requestApproval } from '#lib/approvals/index.ts'
import { autopayNotice, collectDue, readMeans, removeCard, setAutopay } from '#lib/autopay/index.ts'
import { cancelBillOperation, listOpenBills, writeOffBillOperation } from '#lib/billing/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import {
  keepingNotice,
  payByCredit,
  payOutCredit,
  refundOperation,
  settleReturned,
  startPayment,
} from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { createTestBill } from '../billed-person.ts'
import type { PaymentWorld } from '../payment-world.ts'
import type { TestPerson } from '../people.ts'
import { runJobs } from '../provider-totals.ts'
import { pick, type Random, upTo } from './random.ts'
import type { Stand } from './stand.ts'

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
  [8, 'take by kept card', takeByCard],
  [2, 'remove card', removeKept],
  [10, 'jobs', async () => void (await runJobs())],
]
const WHOLE = STEPS.reduce((sum, [weight]) => sum + weight, 0)

/** What falls on a number from 0 to 1, by the weights. */
export function choose(roll: number): (typeof STEPS)[number] {
  let left = roll * WHOLE
  for (const step of STEPS) {
    left -= step[0]
    if (left < 0) return step
  }
  throw new Error('the number is beyond the weights')
}

async function pay({ world }: Stand, next: Random, person: TestPerson): Promise<void> {
  const open = await listOpenBills(person.grant('bills:view'))
  const [first, ...rest] = open
  if (!first) return
  const method = pick(next, ['card', 'card', 'paypal'] as const)
  const part = next() < 0.3 ? toDecimalText(60n + BigInt(upTo(next, Number(first.openMinor))), 'EUR') : undefined
  const others = next() < 0.3 ? rest.map(({ id }) => id) : []
  const keep = next() < 0.4 ? { keepCard: true, keepShown: keepingNotice('en').hash.toString('hex') } : {}
  const input = { billId: first.id, method, locale: 'en' as const, others, ...keep, ...(part ? { amount: part } : {}) }
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

/** The day of an announced charge has come for the first open bill; what the bank says changes from time to time. */
async function takeByCard({ world }: Stand, next: Random, person: TestPerson): Promise<void> {
  const { cards, order } = await readMeans(person.grant('cards:view'))
  const [bill] = await listOpenBills(person.grant('bills:view'))
  const [card] = cards
  if (!card || !bill) return
  const shown = autopayNotice('en').hash.toString('hex')
  if (!order || order.stoppedAt || order.cardId !== card.id)
    await setAutopay(person.grant('autopay:set'), { cardId: card.id, daysBefore: 0, locale: 'en', shown })
  const kept = await database('system').savedCard.findUnique({ where: { id: card.id } })
  const outcome = pick(next, [
    'succeeds',
    'succeeds',
    'succeeds',
    'insufficient_funds',
    'authentication_required',
  ] as const)
  await world.stripe.post(`payment_methods/${kept?.methodRef}/behaves`, { outcome }).catch(() => null)
  const due = { state: 'announced', amountMinor: bill.openMinor, nextAt: clock.inMinutes(-1) }
  await database('system').collection.createMany({
    data: { billId: bill.id, brand: person.brand, subjectId: person.id, announcedAt: clock.now(), ...due },
    skipDuplicates: true,
  })
  await database('system').collection.updateMany({
    where: { billId: bill.id, state: 'waiting' },
    data: { nextAt: clock.inMinutes(-1) },
  })
  const job = systemGrant('torture', 'autopay:run', { brand: '' })
  await Promise.all([collectDue(job), collectDue(job)])
}

async function removeKept(_: Stand, __: Random, person: TestPerson): Promise<void> {
  const [card] = (await readMeans(person.grant('cards:view'))).cards
  if (card) await removeCard(person.grant('cards:remove'), { cardId: card.id })
}
