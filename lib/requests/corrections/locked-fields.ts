import type { Manifest } from '#lib/brands/index.ts'
import { ageProof, normaliseIdentifier } from '#lib/identity/index.ts'
import type { LockedField } from '../schema.ts'

/** What the brand keeps about a person and lets nobody change alone: sign-in names by its manifest, the date of birth. */
export function lockedFields(manifest: Manifest): LockedField[] {
  const names = manifest.signIn.identifiers.filter(({ changedBy }) => changedBy === 'request').map(({ kind }) => kind)
  return ageProof(manifest) === 'birth_date' ? [...names, 'birth_date'] : names
}

/** Whether a new value of the field has to be shown to reach its person before it counts: what the brand verifies. */
export function needsProof({ signIn }: Manifest, field: LockedField): boolean {
  return signIn.identifiers.some(({ kind, verified }) => kind === field && verified)
}

/** The value as it would be stored; null for what cannot stand in the field. */
export function correctedValue(manifest: Manifest, field: LockedField, written: string): string | null {
  if (field !== 'birth_date') return normaliseIdentifier(manifest, field, written)?.value ?? null
  const day = written.trim()
  const at = new Date(`${day}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}
