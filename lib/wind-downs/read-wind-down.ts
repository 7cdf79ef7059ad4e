import { type Grant, inScope } from '#lib/access/index.ts'
import { countDeliveries, type DeliveryCounts } from '#lib/announcements/index.ts'

/** How far a brand has been wound down. */
export interface WindDownView {
  readonly startedAt: Date
  readonly eraseAfter: Date
  readonly scheduledAt: Date | null
  readonly announcement: string | null
  readonly told: DeliveryCounts | null
  /** Accounts by where they stand; together all that the brand ever had. */
  readonly accounts: { readonly unscheduled: number; readonly scheduled: number; readonly erased: number }
  /** When the last account was erased; null while one is left. */
  readonly endedAt: Date | null
}

interface Counts {
  readonly unscheduled: number
  readonly scheduled: number
  readonly erased: number
  readonly last: Date | null
}

/** Null for a brand that goes on. */
export async function readWindDown(grant: Grant<'wind-downs:view'>): Promise<WindDownView | null> {
  const { brand } = grant
  return inScope(grant, async (tx) => {
    const row = await tx.windDown.findUnique({ where: { brand } })
    if (!row) return null
    const announcement = await tx.announcement.findFirst({
      where: { brand, kind: 'wind_down', sourceId: row.id },
      select: { id: true },
    })
    const [counts] = await tx.$queryRaw<Counts[]>`
      SELECT count(*) FILTER (WHERE a.state = 'erased')::int AS erased,
             count(*) FILTER (WHERE a.state <> 'erased' AND c.id IS NOT NULL)::int AS scheduled,
             count(*) FILTER (WHERE a.state <> 'erased' AND c.id IS NULL)::int AS unscheduled,
             max(a.erased_at) AS last
      FROM account a LEFT JOIN closure c ON c.subject_id = a.id AND c.state = 'requested'
      WHERE a.brand = ${brand}`
    const { unscheduled = 0, scheduled = 0, erased = 0, last = null } = counts ?? {}
    return {
      startedAt: row.startedAt,
      eraseAfter: row.eraseAfter,
      scheduledAt: row.scheduledAt,
      announcement: announcement?.id ?? null,
      told: announcement && (await countDeliveries(tx, announcement.id)),
      accounts: { unscheduled, scheduled, erased },
      endedAt: unscheduled + scheduled === 0 ? (last ?? row.startedAt) : null,
    }
  })
}
