import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { sessionsEnded, signedOut } from '../events.ts'
import type { EndSession } from '../schema.ts'
import { endSessionsOf } from './open-session.ts'

/**
 * Ends one of the person's sessions; its cookie opens nothing at the next request (ASVS 7.5.2).
 * @throws Refusal `identity.session_not_found`
 */
export async function endSession(grant: Grant<'sessions:end'>, input: EndSession): Promise<void> {
  await inScope(grant, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, subjectId: subjectOf(grant), revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count === 0) throw new Refusal('identity.session_not_found')
    await audit.record(tx, grant, signedOut(input.sessionId))
  })
}

/** Ends every session of the person but the one that asks. */
export async function endOtherSessions(grant: Grant<'sessions:end'>): Promise<void> {
  const keep = grant.actor.kind === 'person' ? grant.actor.sessionId : null
  await inScope(grant, async (tx) => {
    const count = await endSessionsOf(tx, subjectOf(grant), keep)
    if (count > 0) await audit.record(tx, grant, sessionsEnded(count))
  })
}
