import type { Manifest } from '#lib/brands/index.ts'

// Nobody there gets data by itself: an authority asks in each case, and the public has no address.
const NEVER_TOLD = new Set(['authority', 'public'])

/** The recipients that get data for a purpose and are told when somebody changes their mind about it (WEA-14). */
export function concernedBy(manifest: Manifest, purpose: string): string[] {
  return manifest.recipients
    .filter(({ kind, purposes }) => !NEVER_TOLD.has(kind) && purposes.includes(purpose))
    .map(({ key }) => key)
}
