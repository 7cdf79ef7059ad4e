import type { Tx } from '#lib/platform/database/index.ts'
import type { ChargingSession } from './schema.ts'

/** A session with what is asked of it only by whoever writes it for others. */
export interface StoredSession extends ChargingSession {
  readonly deviceId: string | null
  readonly receivedAt: Date
}

/** A person's charging sessions, oldest first, by key: the next ones after a session, or the first ones. */
export function chargingSessionsAfter(
  tx: Tx,
  { brand, subject }: { readonly brand: string; readonly subject: string },
  { after, limit }: { readonly after?: Pick<StoredSession, 'startedAt' | 'id'> | undefined; readonly limit: number },
): Promise<StoredSession[]> {
  return tx.chargingSession.findMany({
    where: {
      brand,
      subjectId: subject,
      ...(after
        ? {
            startedAt: { gte: after.startedAt },
            OR: [{ startedAt: { gt: after.startedAt } }, { id: { gt: after.id } }],
          }
        : {}),
    },
    orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    take: limit,
    omit: { brand: true, subjectId: true, senderId: true, contentHash: true },
  })
}
