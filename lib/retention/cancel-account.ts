import { v7 as uuid } from 'uuid'
import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { removeEveryCard } from '#lib/autopay/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { withdrawAll } from '#lib/consents/index.ts'
import { forbidEveryUse } from '#lib/devices/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { certificateToken } from './certificate-token.ts'
import { closingRequested } from './events.ts'

/**
 * Begins the closing of the account (WBP-18): it is erased when the brand's days of grace are over, and until then the
 * person can sign in, take their data along and undo it. Consents end at once and are recorded as withdrawn (WBP-17).
 * @throws Refusal `retention.closing_already`
 */
export async function cancelAccount(grant: Grant<'account:cancel'>): Promise<{ eraseAfter: Date }> {
  const { graceDays, zone } = getManifest(grant.brand)
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  return inScope(grant, async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: of.subject, brand: of.brand, state: 'active' },
      data: { state: 'closing' },
    })
    if (count === 0) throw new Refusal('retention.closing_already')
    const id = uuid()
    const eraseAfter = clock.inDays(graceDays)
    const certificateHash = sha256(certificateToken(id))
    await tx.closure.create({
      data: { id, brand: of.brand, subjectId: of.subject, requestedAt: clock.now(), eraseAfter, certificateHash },
      select: { id: true },
    })
    await withdrawAll(grant)
    await forbidEveryUse(grant)
    await removeEveryCard(tx, grant)
    await audit.record(tx, grant, closingRequested(id))
    await enqueue(tx, 'retention.erase-account', of, { startAfter: eraseAfter })
    await notifyPerson(tx, of, {
      kind: 'retention.closing',
      values: (locale) => ({ day: dateFormat(locale, { dateStyle: 'long', timeZone: zone }).format(eraseAfter) }),
      path: `/${of.brand}/me/account`,
    })
    return { eraseAfter }
  })
}
