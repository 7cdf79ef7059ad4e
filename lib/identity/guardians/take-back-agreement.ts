import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256, unseal } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { isLocale, type Locale } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { guardianDecided } from '../events.ts'
import { ageFault } from './age.ts'

/** What a guardian took back: the agreement to which account, if one came of it, and where they are written to. */
export interface TakenBack {
  readonly subject: string | null
  readonly guardian: string
  readonly locale: Locale
}

/**
 * Takes back the agreement of a guardian, in the transaction of what follows from it. Whoever has grown out of needing
 * one decides alone.
 * @throws Refusal `identity.guardian_gone`, `identity.guardian_grown`
 */
export async function takeBackAgreement(
  tx: Tx,
  grant: Grant<'guardians:decide'>,
  { token }: { readonly token: string },
): Promise<TakenBack> {
  const { brand } = grant
  const [row] = await tx.guardianConsent.updateManyAndReturn({
    where: {
      brand,
      secretHash: sha256(token),
      state: 'agreed',
      OR: [{ subjectId: { not: null } }, { expiresAt: { gt: clock.now() } }],
    },
    data: { state: 'withdrawn', decidedAt: clock.now() },
  })
  if (!row) throw new Refusal('identity.guardian_gone')
  const born = row.birthDate.toISOString().slice(0, 10)
  if (ageFault(getManifest(brand), born) !== 'identity.guardian_needed') throw new Refusal('identity.guardian_grown')
  await audit.record(tx, grant, {
    ...guardianDecided(row.id, 'withdrawn'),
    ...(row.subjectId ? { subject: row.subjectId } : {}),
  })
  return {
    subject: row.subjectId,
    guardian: unseal(row.sealedGuardian, `guardian_consent ${row.id}`),
    locale: isLocale(row.locale) ? row.locale : 'en',
  }
}
