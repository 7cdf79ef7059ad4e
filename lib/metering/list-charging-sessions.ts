import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import type { ChargingSession } from './schema.ts'

export interface ChargingSessionPage {
  readonly limit: number
  /** The last session of the page before. */
  readonly before?: { readonly at: Date; readonly id: string }
}

/** Charging sessions, newest first, by key. One more than asked for tells whether there is another page. */
export async function listChargingSessions(
  grant: Grant<'usage:view' | 'overview:view'>,
  { limit, before }: ChargingSessionPage,
): Promise<{ sessions: ChargingSession[]; more: boolean }> {
  const rows = await inScope(grant, (tx) =>
    tx.chargingSession.findMany({
      where: {
        brand: grant.brand,
        subjectId: subjectOf(grant),
        ...(before
          ? { startedAt: { lte: before.at }, OR: [{ startedAt: { lt: before.at } }, { id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
      select: {
        id: true,
        startedAt: true,
        endedAt: true,
        energyWh: true,
        costMinor: true,
        currency: true,
        station: true,
      },
    }),
  )
  return { sessions: rows.slice(0, limit), more: rows.length > limit }
}
