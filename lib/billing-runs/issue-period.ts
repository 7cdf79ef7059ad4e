import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { issueBill } from '#lib/billing/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import { canEstimate, estimateGaps, findGaps } from '#lib/metering/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { periodBilled, periodHeld } from './events.ts'
import type { Period } from './period-of.ts'
import type { HoldReason } from './schema.ts'
import { tellOfBill } from './tell-of-bill.ts'

type Own = Grant<'bills:issue'>

/**
 * Bills one person's period and writes to them: what their meters are missing is estimated first and marked so on its
 * line; where too little was ever read for that, the period is held back. Of two runs at once the second finds the bill.
 * @returns null where the period has a bill already
 */
export async function issuePeriod(grant: Own, period: Period): Promise<'issued' | 'nothing' | 'held' | null> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    await lockBooks(tx, of.brand, of.subjectId)
    if (await hasBill(tx, of, period)) return null
    const gaps = await findGaps(tx, of, { from: period.periodStart, before: period.periodEnd })
    if (!gaps.every(canEstimate)) {
      await holdPeriod(grant, period, 'no_readings')
      return 'held'
    }
    await estimateGaps(tx, of.brand, gaps)
    const bill = await issueBill(grant, period)
    if (!bill) {
      await note(tx, grant, period, { outcome: 'nothing' })
      return 'nothing'
    }
    const estimated = gaps.length > 0
    await note(tx, grant, period, { outcome: 'issued', billId: bill.id, estimated })
    await audit.record(tx, grant, periodBilled(bill.id, aboutOf(grant, period), estimated))
    await tellOfBill(tx, grant, bill, estimated)
    return 'issued'
  })
}

/** Holds a person's period back until it is looked at again; recorded when that begins and when the reason changes. */
export async function holdPeriod(grant: Own, period: Period, reason: HoldReason): Promise<void> {
  await inScope(grant, async (tx) => {
    const before = await tx.periodOutcome.findUnique({ where: keyOf(grant, period), select: { reason: true } })
    await note(tx, grant, period, { outcome: 'held', reason })
    if (before?.reason !== reason) await audit.record(tx, grant, periodHeld(aboutOf(grant, period), reason))
  })
}

const aboutOf = (grant: Own, { periodStart }: Period) => ({ subject: subjectOf(grant), period: periodStart })

const keyOf = (grant: Own, { periodStart }: Period) => ({
  brand_subjectId_periodStart: {
    brand: grant.brand,
    subjectId: subjectOf(grant),
    periodStart: new Date(periodStart),
  },
})

interface Outcome {
  readonly outcome: 'issued' | 'nothing' | 'held'
  readonly reason?: HoldReason
  readonly billId?: string
  readonly estimated?: boolean
}

async function note(tx: Tx, grant: Own, period: Period, outcome: Outcome): Promise<void> {
  const { brand_subjectId_periodStart: key } = keyOf(grant, period)
  const says = { reason: null, billId: null, estimated: false, ...outcome, lookedAt: clock.now() }
  await tx.periodOutcome.upsert({
    where: { brand_subjectId_periodStart: key },
    create: { ...key, periodEnd: new Date(period.periodEnd), ...says },
    update: says,
  })
}

async function hasBill(
  tx: Tx,
  of: { brand: string; subjectId: string },
  { periodStart, periodEnd }: Period,
): Promise<boolean> {
  const found = await tx.bill.count({
    where: {
      ...of,
      kind: 'usage',
      periodStart: { lt: new Date(periodEnd) },
      periodEnd: { gt: new Date(periodStart) },
    },
  })
  return found > 0
}
