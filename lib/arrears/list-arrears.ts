import { z } from 'zod'
import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** A bill that is overdue, as staff see it: who by number only, how much, since when, and what was done. */
export interface StaffArrears {
  readonly id: string
  readonly number: string
  readonly ref: string
  readonly currency: string
  readonly openMinor: bigint
  readonly payableOn: string
  readonly days: number
  readonly stage: string | null
  readonly noticedAt: Date | null
  readonly arranged: boolean
}

export interface ArrearsPage {
  readonly limit: number
  /** The last bill of the page before. */
  readonly after?: { readonly payableOn: string; readonly id: string }
  /** This one alone. */
  readonly only?: string
}

/** Overdue bills of a brand, the oldest first, by key. */
export async function listArrears(
  grant: Grant<'arrears:review'>,
  { limit, after, only }: ArrearsPage,
): Promise<{ rows: StaffArrears[]; more: boolean }> {
  const today = localDay(clock.now(), getManifest(grant.brand).zone)
  const found = await inScope(
    grant,
    (tx) => tx.$queryRaw<StaffArrears[]>`
      SELECT b.id, b.number, a.ref, b.currency, o.open AS "openMinor", b.payable_on::text AS "payableOn",
             ${today}::date - b.payable_on AS days, n.stage, n.created_at AS "noticedAt",
             EXISTS (SELECT 1 FROM arrangement r WHERE r.brand = b.brand AND r.bill_id = b.id AND r.state = 'active') AS arranged
      FROM bill b
      JOIN account a ON a.id = b.subject_id
      CROSS JOIN LATERAL (
        SELECT coalesce(sum(amount_minor), 0)::bigint AS open FROM ledger_entry
        WHERE brand = b.brand AND bill_id = b.id AND account = 'receivable'
      ) o
      LEFT JOIN LATERAL (
        SELECT stage, created_at FROM arrears_notice WHERE brand = b.brand AND bill_id = b.id
        ORDER BY created_at DESC LIMIT 1
      ) n ON true
      WHERE b.brand = ${grant.brand} AND b.state IN ('issued', 'due', 'part_paid', 'overdue')
        AND b.payable_on < ${today}::date
        ${only ? Prisma.sql`AND b.id = ${only}::uuid` : Prisma.empty}
        ${after ? Prisma.sql`AND b.payable_on >= ${after.payableOn}::date AND (b.payable_on > ${after.payableOn}::date OR b.id > ${after.id}::uuid)` : Prisma.empty}
      ORDER BY b.payable_on, b.id LIMIT ${limit + 1}`,
  )
  return { rows: found.slice(0, limit), more: found.length > limit }
}

/** One overdue bill of the brand; null for anything else. */
export async function findArrears(grant: Grant<'arrears:review'>, billId: string): Promise<StaffArrears | null> {
  if (!z.uuid().safeParse(billId).success) return null
  return (await listArrears(grant, { limit: 1, only: billId })).rows[0] ?? null
}
