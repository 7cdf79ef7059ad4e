import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { concernedBy } from './concerned.ts'
import { oneAtATime, recordDecision } from './record-decision.ts'

/**
 * Withdraws every consent in force, of whatever kind, each with a record of its own that names the words it was given
 * with, and tells the recipients concerned. For the closing of the account (WBP-17).
 * @returns how many there were
 */
export async function withdrawAll(grant: Grant<'account:cancel'>): Promise<number> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const manifest = getManifest(grant.brand)
  return inScope(grant, async (tx) => {
    await oneAtATime(tx, of.subject)
    const newest = await tx.consentRecord.findMany({
      where: { brand: of.brand, subjectId: of.subject },
      orderBy: [{ purpose: 'asc' }, { deviceId: 'asc' }, { decidedAt: 'desc' }, { id: 'desc' }],
      distinct: ['purpose', 'deviceId'],
    })
    const inForce = newest.filter(({ decision }) => decision === 'granted')
    for (const { purpose, deviceId, locale, textHash } of inForce) {
      const [kind, key] = purpose.split(':')
      const tell = kind === 'recipient' && key ? [key] : concernedBy(manifest, purpose)
      await recordDecision(tx, grant, {
        purpose,
        deviceId,
        locale,
        decision: 'withdrawn',
        words: { hash: Uint8Array.from(textHash) },
        tell,
      })
    }
    return inForce.length
  })
}
