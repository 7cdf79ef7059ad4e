import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { signedOut, staffSignedOut } from '../events.ts'

/** Ends the session that asks. Its cookie opens nothing from then on (ASVS 7.4.1). Doing it twice changes nothing. */
export async function signOut(grant: Grant<'sessions:end' | 'staff:sign-out'>): Promise<void> {
  const { actor } = grant
  if (actor.kind !== 'person' && actor.kind !== 'staff') return
  await inScope(grant, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: actor.sessionId, revokedAt: null },
      data: { revokedAt: clock.now() },
    })
    if (count === 0) return
    await audit.record(tx, grant, actor.kind === 'staff' ? staffSignedOut(actor.id) : signedOut(actor.sessionId))
  })
}
