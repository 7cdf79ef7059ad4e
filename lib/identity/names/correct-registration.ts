import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { addIdentifier } from '../create-account.ts'
import { birthDateCorrected, identifierCorrected } from '../events.ts'
import { notifyPerson } from '../notify-person.ts'
import type { AccountKey } from '../tombstone-account.ts'
import { type IdentifierKind, normaliseIdentifier } from './normalise-identifier.ts'
import { readIdentifiers } from './read-identifiers.ts'

type Correction = Grant<'requests:correct'>

/**
 * Puts another name, address or number in the place of one that its person cannot change alone, after staff have
 * decided so on evidence (ENB-06). The address from before is told.
 * @throws Refusal `requests.value_form`; a duplicate fault of the database where another account has it
 */
export async function correctIdentifier(
  tx: Tx,
  grant: Correction,
  { brand, subject }: AccountKey,
  { kind, value }: { readonly kind: IdentifierKind; readonly value: string },
): Promise<void> {
  const identifier = normaliseIdentifier(getManifest(brand), kind, value)
  if (!identifier) throw new Refusal('requests.value_form')
  const before = await readIdentifiers(tx, brand, subject)
  await tx.signInIdentifier.deleteMany({ where: { brand, subjectId: subject, kind } })
  await addIdentifier(tx, grant, subject, identifier, clock.now())
  await audit.record(tx, grant, identifierCorrected(subject, kind))
  await notifyPerson(tx, { brand, subject }, { kind: 'identity.identifier_changed', at: before })
}

/** Puts another date of birth (YYYY-MM-DD) in the place of a wrong one. */
export async function correctBirthDate(
  tx: Tx,
  grant: Correction,
  { brand, subject }: AccountKey,
  birthDate: string,
): Promise<void> {
  await tx.account.updateMany({
    where: { id: subject, brand },
    data: { birthDate: new Date(`${birthDate}T00:00:00Z`) },
  })
  await audit.record(tx, grant, birthDateCorrected(subject))
}
