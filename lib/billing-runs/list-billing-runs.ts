import { z } from 'zod'
import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { lastEnded } from './open-periods.ts'
import type { Period } from './period-of.ts'
import type { HoldReason } from './schema.ts'

/** By what a list goes on: a time, and an id for rows of the same. */
interface RowKey {
  readonly at: Date
  readonly id: string
}

interface KeyPage {
  readonly limit: number
  /** The last row of the page before. */
  readonly before?: RowKey
}

/** What was billed of a period, by currency. */
export interface BilledPeriod extends Period {
  readonly currency: string
  readonly bills: number
  /** Of them those for which something had to be estimated. */
  readonly estimated: number
  readonly totalMinor: bigint
}

/** A person, by number only, whose period is not billed yet. */
interface HeldPeriod extends Period, RowKey {
  readonly ref: string
  readonly reason: HoldReason
  readonly lookedAt: Date
}

/** A bill, and what it would come to by what came in since. */
export interface ProposedCorrection extends RowKey {
  readonly number: string
  readonly ref: string
  readonly currency: string
  readonly billedMinor: bigint
  readonly totalMinor: bigint
}

export interface BillingRuns {
  /** The period that is over and waits for late readings, and the day on which it is billed. */
  readonly waiting: (Period & { readonly until: string }) | null
  readonly periods: readonly BilledPeriod[]
  readonly held: readonly HeldPeriod[]
  readonly corrections: readonly ProposedCorrection[]
}

/** What was billed of a brand's last periods, what is held back and why, and which bills were read otherwise since. */
export async function listBillingRuns(
  grant: Grant<'billing-runs:review'>,
  pages: { readonly held: KeyPage; readonly corrections: KeyPage },
): Promise<BillingRuns> {
  const { brand } = grant
  return inScope(grant, async (tx) => ({
    waiting: waitingPeriod(brand),
    periods: await readPeriods(tx, brand),
    held: await readHeld(tx, brand, pages.held),
    corrections: await readCorrections(tx, brand, afterFound(pages.corrections)),
  }))
}

/** One bill that staff are to decide about; null for anything else. */
export async function findProposal(
  grant: Grant<'billing-runs:review'>,
  billId: string,
): Promise<ProposedCorrection | null> {
  if (!z.uuid().safeParse(billId).success) return null
  const only = { where: Prisma.sql`AND c.bill_id = ${billId}::uuid`, limit: 1 }
  const [found] = await inScope(grant, (tx) => readCorrections(tx, grant.brand, only))
  return found ?? null
}

function waitingPeriod(brand: string): BillingRuns['waiting'] {
  const { billing, zone } = getManifest(brand)
  const today = localDay(clock.now(), zone)
  const over = lastEnded(brand)
  const until = addDays(over.periodEnd, billing.waitDays)
  return until > today ? { ...over, until } : null
}

function readPeriods(tx: Tx, brand: string): Promise<BilledPeriod[]> {
  return tx.$queryRaw`
    SELECT b.period_start::text AS "periodStart", b.period_end::text AS "periodEnd", b.currency,
           count(*)::int AS bills, count(*) FILTER (WHERE o.estimated)::int AS estimated,
           sum(b.total_minor)::bigint AS "totalMinor"
    FROM bill b
    LEFT JOIN period_outcome o ON o.brand = b.brand AND o.subject_id = b.subject_id AND o.bill_id = b.id
    WHERE b.brand = ${brand} AND b.kind = 'usage' AND b.state <> 'cancelled'
    GROUP BY 1, 2, 3 ORDER BY 1 DESC, 3 LIMIT 12`
}

function readHeld(tx: Tx, brand: string, { limit, before }: KeyPage): Promise<HeldPeriod[]> {
  return tx.$queryRaw`
    SELECT o.period_start AS at, o.subject_id AS id, a.ref, o.period_start::text AS "periodStart", o.period_end::text AS "periodEnd", o.reason,
           o.looked_at AS "lookedAt"
    FROM period_outcome o JOIN account a ON a.id = o.subject_id
    WHERE o.brand = ${brand} AND o.outcome = 'held'
      ${before ? Prisma.sql`AND (o.period_start, o.subject_id) < (${before.at.toISOString().slice(0, 10)}::date, ${before.id}::uuid)` : Prisma.empty}
      AND NOT EXISTS (
      SELECT 1 FROM bill b
      WHERE b.brand = o.brand AND b.subject_id = o.subject_id AND b.kind = 'usage' AND b.state <> 'cancelled'
        AND b.period_start < o.period_end AND b.period_end > o.period_start)
    ORDER BY o.period_start DESC, o.subject_id DESC LIMIT ${limit}`
}

function afterFound({ limit, before }: KeyPage) {
  const where = before ? Prisma.sql`AND (c.found_at, c.bill_id) > (${before.at}, ${before.id}::uuid)` : Prisma.empty
  return { where, limit }
}

function readCorrections(
  tx: Tx,
  brand: string,
  { where, limit }: { readonly where: Prisma.Sql; readonly limit: number },
): Promise<ProposedCorrection[]> {
  return tx.$queryRaw`
    SELECT c.found_at AS at, c.bill_id AS id, b.number, a.ref, c.currency, b.total_minor AS "billedMinor",
           c.total_minor AS "totalMinor"
    FROM bill_correction c
    JOIN bill b ON b.id = c.bill_id AND b.state NOT IN ('cancelled', 'written_off')
    JOIN account a ON a.id = c.subject_id
    WHERE c.brand = ${brand} AND c.state = 'proposed' ${where}
    ORDER BY c.found_at, c.bill_id LIMIT ${limit}`
}
