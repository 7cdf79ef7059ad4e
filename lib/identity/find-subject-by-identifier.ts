import { getManifest } from '#lib/brands/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { findIdentifier } from './find-account.ts'
import { recogniseIdentifier } from './normalise-identifier.ts'

/** Whose sign-in name this is, however it was written; null for nobody of this brand. */
export async function findSubjectByIdentifier(tx: Tx, brand: string, written: string): Promise<string | null> {
  const identifier = recogniseIdentifier(getManifest(brand), written)
  if (!identifier) return null
  return (await findIdentifier(tx, brand, identifier))?.subjectId ?? null
}
