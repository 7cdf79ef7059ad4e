import type { StoredSession } from '#lib/metering/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/** A bill of a period, as far as its charging sessions need it. */
export interface CdrBill {
  readonly id: string
  readonly number: string
  readonly from: string
  /** The first day that no longer belongs to it. */
  readonly before: string
  readonly madeAt: Date
  readonly creditNote: { readonly number: string; readonly issuedOn: Date } | null
}

/** The person's bills of periods, cancelled ones too, as they were made; a few for each year. */
export async function readCdrBills(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
): Promise<CdrBill[]> {
  const rows = await tx.bill.findMany({
    where: { brand: of.brand, subjectId: of.subject, kind: 'usage', number: { not: null } },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      number: true,
      periodStart: true,
      periodEnd: true,
      madeAt: true,
      creditNote: { select: { number: true, issuedOn: true } },
    },
  })
  return rows.map(({ number, periodStart, periodEnd, ...row }) => ({
    ...row,
    number: number ?? '',
    from: dayOf(periodStart),
    before: dayOf(periodEnd),
  }))
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10)
}

/** Whether a bill counted a session: one that came after its lines were written is not on it. */
export function isOnBill(
  { startedAt, receivedAt }: Pick<StoredSession, 'startedAt' | 'receivedAt'>,
  { from, before, madeAt }: CdrBill,
  zone: string,
): boolean {
  const day = localDay(startedAt, zone)
  return from <= day && day < before && receivedAt <= madeAt
}
