import { type Grant, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { type DecidingGrant, lastDecisions, recordDecision } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { autopayEnded } from './events.ts'

type EndingGrant = Grant<'autopay:stop' | 'cards:remove' | 'account:cancel'>

/** Ends the order in the caller's transaction: what was planned is taken back, what is under way comes to its end. */
export async function endAutopay(tx: Tx, grant: EndingGrant): Promise<boolean> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const { count } = await tx.autopay.deleteMany({ where: of })
  await tx.collection.deleteMany({ where: { ...of, state: { in: ['announced', 'skipped'] } } })
  await tx.collection.updateMany({
    where: { ...of, state: 'waiting' },
    data: { state: 'given_up', failure: 'switched_off', nextAt: null, changedAt: clock.now() },
  })
  if (count > 0) await audit.record(tx, grant, autopayEnded())
  return count > 0
}

/** Records that a consent in force is taken back, with the words that it was given with. */
export async function withdraw(tx: Tx, grant: DecidingGrant, purpose: string): Promise<void> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const [last] = await lastDecisions(tx, of, purpose)
  if (last?.decision !== 'granted') return
  const { locale, textHash } = await tx.consentRecord.findFirstOrThrow({
    where: { brand: of.brand, subjectId: of.subject, purpose, decision: 'granted' },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    select: { locale: true, textHash: true },
  })
  const words = { hash: Uint8Array.from(textHash) }
  await recordDecision(tx, grant, { purpose, decision: 'withdrawn', locale, words, tell: [] })
}
