import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { findIdentifier } from './find-account.ts'
import { recogniseIdentifier } from './normalise-identifier.ts'

/** The person of the brand who signs in by this name, however it is written; for staff, whose role sees indexes only. */
export async function findSubjectByIdentifier(tx: Tx, brand: string, written: string): Promise<string | null> {
  const identifier = recogniseIdentifier(getManifest(brand), written.trim())
  return identifier ? ((await findIdentifier(tx, brand, identifier))?.subjectId ?? null) : null
}
