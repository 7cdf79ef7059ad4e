import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { billRow } from './bill-row.ts'
import { DAY, LATER, type Owner } from './owner.ts'

export async function moneyRows(of: Owner, marker: string) {
  const system = database('system')
  const { subscription } = await takenBackRows(of, marker)
  const bill = { id: await billRow(of, marker, clock.inDays(10)) }
  const payment = await system.payment.create({
    data: { ...of, billId: bill.id, provider: 'stripe', method: 'card', amountMinor: 120n, currency: 'EUR' },
  })
  await system.paymentShare.create({
    data: { ...of, paymentId: payment.id, billId: bill.id, position: 0, amountMinor: 120n },
  })
  await system.payLink.create({ data: { ...of, billId: bill.id, expiresAt: clock.inDays(10) } })
  await runRows(of, bill.id)
  const card = await meansRows(of, marker, { billId: bill.id })
  await system.ledgerTransaction.create({
    data: {
      ...of,
      kind: 'bill_issued',
      reference: marker,
      entries: {
        create: [
          { ...of, account: 'receivable', billId: bill.id, currency: 'EUR', amountMinor: 12_000n },
          { ...of, account: 'revenue', billId: bill.id, currency: 'EUR', amountMinor: -12_000n },
        ],
      },
    },
  })
  return { bill: bill.id, payment: payment.id, subscription, card }
}

/** A bill that was put off, paid in instalments and taken back after all. */
async function takenBackRows(of: Owner, marker: string) {
  const system = database('system')
  const billId = await billRow(of, `old ${marker}`, LATER)
  await system.bill.update({ where: { id: billId }, data: { state: 'cancelled' } })
  const amounts = { netMinor: 10_000n, vatMinor: 2_000n, totalMinor: 12_000n }
  await system.creditNote.create({
    data: {
      ...of,
      ...amounts,
      billId,
      number: `note ${marker}`,
      reason: 'duplicate',
      currency: 'EUR',
      issuedOn: LATER,
    },
  })
  await system.arrearsNotice.create({ data: { ...of, billId, stage: 'reminder', payableOn: LATER, sent: true } })
  await system.noticeChoice.create({ data: { ...of, reminders: false } })
  const push = { endpointIndex: sha256(marker), sealed: Buffer.from(marker), client: marker }
  const { id: subscription } = await system.pushSubscription.create({ data: { ...of, ...push } })
  await system.billExtension.create({ data: { ...of, billId, until: LATER, askedAt: new Date('2020-01-01') } })
  const { id: arrangementId } = await system.arrangement.create({
    data: { ...of, billId, state: 'kept', amountMinor: 12_000n, currency: 'EUR' },
  })
  await system.instalment.create({ data: { ...of, arrangementId, position: 1, dueOn: LATER, amountMinor: 12_000n } })
  return { subscription }
}

/** What the portal noted about billing a period by itself. */
async function runRows(of: Owner, billId: string) {
  const system = database('system')
  const period = { periodStart: DAY, periodEnd: LATER }
  await system.periodOutcome.create({ data: { ...of, ...period, outcome: 'issued', billId } })
  await system.billCorrection.create({
    data: { ...of, billId, state: 'proposed', totalMinor: 11_000n, currency: 'EUR' },
  })
}

/** A card that was kept, the order to pay by it, credit, and money of another payment that went back. */
async function meansRows(of: Owner, marker: string, { billId }: { billId: string }) {
  const system = database('system')
  const stripe = { ...of, provider: 'stripe', currency: 'EUR' }
  const taken = await system.payment.create({
    data: {
      ...stripe,
      billId,
      method: 'card',
      amountMinor: 50n,
      capturedMinor: 50n,
      state: 'succeeded',
      captureId: `pi ${marker}`,
    },
  })
  const back = { ...stripe, paymentId: taken.id, amountMinor: 20n }
  await system.refund.create({ data: { ...back, source: 'goodwill', reason: 'goodwill', state: 'succeeded' } })
  await system.dispute.create({
    data: { ...back, providerRef: marker, reason: 'fraudulent', state: 'won', openedAt: DAY },
  })
  const card = await system.savedCard.create({
    data: {
      ...of,
      provider: 'stripe',
      customerRef: `cus ${marker}`,
      methodRef: `pm ${marker}`,
      scheme: marker,
      lastFour: '4242',
      expires: '2030-01',
    },
  })
  await system.autopay.create({ data: { ...of, savedCardId: card.id, currency: 'EUR', agreedAt: DAY } })
  await system.collection.create({ data: { ...of, billId, state: 'done' } })
  await system.ledgerTransaction.create({
    data: {
      ...of,
      kind: 'payment',
      reference: `stripe:pi ${marker}`,
      entries: {
        create: [
          { ...of, account: 'cash:stripe', billId, currency: 'EUR', amountMinor: 50n },
          { ...of, account: 'customer_credit', billId, currency: 'EUR', amountMinor: -50n },
        ],
      },
    },
  })
  return card.id
}
