import type { ManifestInput } from './manifest-schema.ts'

/** Types a brand's manifest where it is written; it is checked when it is loaded. */
export function defineManifest(manifest: ManifestInput): ManifestInput {
  return manifest
}
