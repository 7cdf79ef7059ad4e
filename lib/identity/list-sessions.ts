import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'

/** A browser or app in which the account is open. */
export interface SessionRow {
  readonly id: string
  readonly client: string
  readonly ip: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The one that asks. */
  readonly current: boolean
}

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

/** An attempt to sign in. */
export interface SignInRow {
  readonly id: string
  readonly occurredAt: Date
  readonly outcome: string
  readonly method: string
  readonly ip: string
  readonly client: string
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
