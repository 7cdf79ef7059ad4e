import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { lockBooks, postLedger } from '#lib/ledger/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { applyCredit } from './apply-credit.ts'
import { billIssued } from './events.ts'
import { nextBillNumber } from './next-bill-number.ts'
import { type PricedLine, pricePeriod } from './price-period.ts'
import { IssueBill } from './schema.ts'

/** The bill of a period, and whether it was made just now. */
export interface IssuedBill {
  readonly id: string
  readonly number: string
  readonly totalMinor: bigint
  readonly currency: string
  readonly issued: boolean
}

/**
 * Bills what the person used in a period by the brand's tariffs: lines, a number without gaps, and the posting in the
 * ledger. Issuing the same period again answers the bill that is there; a period in which nothing was used or owed
 * has no bill (null).
 * @throws Refusal `billing.period_overlaps` where another bill covers a part of the period
 */
export async function issueBill(grant: Grant<'bills:issue'>, input: IssueBill): Promise<IssuedBill | null> {
  const period = IssueBill.parse(input)
  const { zone } = getManifest(grant.brand)
  const issuedOn = period.issuedOn ?? localDay(clock.now(), zone)
  return inScope(grant, async (tx) => {
    // One bill of a person at a time.
    await lockBooks(tx, grant.brand, subjectOf(grant))
    const present = await findBillOf(tx, grant, period)
    if (present) return { ...present, issued: false }
    const lines = await pricePeriod(tx, { brand: grant.brand, subjectId: subjectOf(grant) }, period)
    const totals = sumOf(lines)
    if (totals.total <= 0n) return null
    const bill = await writeBill(tx, grant, { period, issuedOn, lines, totals })
    await audit.record(tx, grant, billIssued(bill.id, bill.number))
    await applyCredit(tx, grant, bill.id)
    return { ...bill, issued: true }
  })
}

async function findBillOf(tx: Tx, grant: Grant, { periodStart, periodEnd }: IssueBill) {
  const [bill] = await tx.bill.findMany({
    where: {
      brand: grant.brand,
      subjectId: subjectOf(grant),
      kind: 'usage',
      state: { not: 'cancelled' },
      periodStart: { lt: new Date(periodEnd) },
      periodEnd: { gt: new Date(periodStart) },
    },
    take: 1,
  })
  if (!bill) return null
  if (dayOf(bill.periodStart) !== periodStart || dayOf(bill.periodEnd) !== periodEnd)
    throw new Refusal('billing.period_overlaps', { number: bill.number })
  return { id: bill.id, number: bill.number, totalMinor: bill.totalMinor, currency: bill.currency }
}

function sumOf(lines: readonly PricedLine[]) {
  const net = lines.reduce((sum, line) => sum + line.netMinor, 0n)
  const vat = lines.reduce((sum, line) => sum + line.vatMinor, 0n)
  return { net, vat, total: net + vat }
}

interface Draft {
  readonly period: IssueBill
  readonly issuedOn: string
  readonly lines: readonly PricedLine[]
  readonly totals: ReturnType<typeof sumOf>
}

async function writeBill(tx: Tx, grant: Grant, { period, issuedOn, lines, totals }: Draft) {
  const { brand } = grant
  const subjectId = subjectOf(grant)
  const { currencies, paymentTermDays } = getManifest(brand)
  const [currency] = currencies
  if (!currency) throw new Error('a brand bills in a currency')
  const bill = await tx.bill.create({
    data: {
      brand,
      subjectId,
      number: await nextBillNumber(tx, brand, Number(issuedOn.slice(0, 4))),
      currency,
      periodStart: new Date(period.periodStart),
      periodEnd: new Date(period.periodEnd),
      issuedOn: new Date(issuedOn),
      dueOn: new Date(addDays(issuedOn, paymentTermDays)),
      netMinor: totals.net,
      vatMinor: totals.vat,
      totalMinor: totals.total,
    },
    select: { id: true, number: true, totalMinor: true, currency: true },
  })
  await tx.billLine.createMany({
    data: lines.map(({ startsOn, endsOn, ...line }, index) => ({
      ...line,
      brand,
      subjectId,
      billId: bill.id,
      position: index + 1,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
    })),
  })
  await postLedger(tx, {
    brand,
    subjectId,
    kind: 'bill_issued',
    reference: bill.id,
    currency,
    at: new Date(issuedOn),
    billId: bill.id,
    entries: [
      { account: 'receivable', amountMinor: totals.total },
      { account: 'revenue', amountMinor: -totals.net },
      { account: 'vat', amountMinor: -totals.vat },
    ],
  })
  return bill
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
