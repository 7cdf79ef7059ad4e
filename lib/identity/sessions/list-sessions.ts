import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { SessionRow, SignInRow } from '../schema.ts'

const IDLE_MINUTES = 60

/** The sessions that are open now, the last used first; those that were idle too long are no longer open. */
export async function listSessions(grant: Grant<'sessions:view'>): Promise<SessionRow[]> {
  const current = grant.actor.kind === 'person' ? grant.actor.sessionId : ''
  return inScope(grant, async (tx) => {
    const rows = await tx.session.findMany({
      where: {
        brand: grant.brand,
        subjectId: subjectOf(grant),
        revokedAt: null,
        expiresAt: { gt: clock.now() },
        lastSeenAt: { gt: clock.inMinutes(-IDLE_MINUTES) },
      },
      orderBy: [{ lastSeenAt: 'desc' }, { id: 'desc' }],
      take: 100,
      select: { id: true, client: true, ip: true, createdAt: true, lastSeenAt: true },
    })
    return rows.map((row) => ({ ...row, current: row.id === current }))
  })
}

/** The latest attempts to sign in, newest first; all of them are among the person's data. */
export async function listLatestSignIns(grant: Grant<'sessions:view'>): Promise<SignInRow[]> {
  return inScope(grant, (tx) =>
    tx.signInEvent.findMany({
      where: { brand: grant.brand, subjectId: subjectOf(grant) },
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      take: 20,
      select: { id: true, occurredAt: true, outcome: true, method: true, ip: true, client: true },
    }),
  )
}
