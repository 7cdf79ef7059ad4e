import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { draftUsage, type Period, type UsageOf } from './draft-usage.ts'
import { issueDraft, type NumberedBill } from './issue-draft.ts'
import { IssueBill } from './schema.ts'

/** The bill of a period, and whether it was made just now. */
export interface IssuedBill extends NumberedBill {
  readonly issued: boolean
}

/**
 * Bills what the person used in a period by the brand's tariffs: lines, a number without gaps, and the posting in the
 * ledger. Issuing the same period again answers the bill that is there, a draft is issued; a period in which nothing was
 * used or owed has no bill (null).
 * @throws Refusal `billing.period_overlaps` where another bill covers a part of the period
 */
export async function issueBill(grant: Grant<'bills:issue'>, input: IssueBill): Promise<IssuedBill | null> {
  const { issuedOn, ...period } = IssueBill.parse(input)
  const subjectId = subjectOf(grant)
  return inScope(grant, async (tx) => {
    // One bill of a person at a time.
    await lockBooks(tx, grant.brand, subjectId)
    const present = await findBillOf(tx, grant, period)
    if (present?.number) return { ...present, number: present.number, issued: false }
    const bill = present
      ? await issueDraft(tx, grant, present.id, issuedOn ?? today(grant))
      : await issueUsage(tx, grant, { subjectId, period }, issuedOn)
    return bill && { ...bill, issued: true }
  })
}

/**
 * Prices a period as `issueBill` does and leaves the bill as a draft, to be looked at before it is issued or discarded.
 * @returns the id of the draft, also where it is there already; null where nothing is owed
 * @throws Refusal `billing.period_overlaps`, also where the period is billed
 */
export async function draftBill(grant: Grant<'bills:issue'>, input: IssueBill): Promise<string | null> {
  const { issuedOn: _, ...period } = IssueBill.parse(input)
  const subjectId = subjectOf(grant)
  return inScope(grant, async (tx) => {
    await lockBooks(tx, grant.brand, subjectId)
    const present = await findBillOf(tx, grant, period)
    if (present?.number) throw new Refusal('billing.period_overlaps', { number: present.number })
    return present ? present.id : draftUsage(tx, grant, { subjectId, period })
  })
}

/** Drafts and issues in one go, in the caller's transaction, which holds the person's books. */
export async function issueUsage(
  tx: Tx,
  grant: Grant,
  of: UsageOf,
  issuedOn = today(grant),
): Promise<NumberedBill | null> {
  const draft = await draftUsage(tx, grant, of)
  return draft === null ? null : issueDraft(tx, grant, draft, issuedOn)
}

function today({ brand }: Grant): string {
  return localDay(clock.now(), getManifest(brand).zone)
}

async function findBillOf(tx: Tx, grant: Grant, { periodStart, periodEnd }: Period) {
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
    throw new Refusal('billing.period_overlaps', { number: bill.number ?? '' })
  return { id: bill.id, number: bill.number, totalMinor: bill.totalMinor, currency: bill.currency }
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}
