import { checkManifest } from './check-manifest.ts'
import { manifest as energybilling } from './energybilling/manifest.ts'
import type { Manifest } from './manifest-schema.ts'
import { withPublished } from './published-policies.ts'
import { manifest as weApp } from './we-app/manifest.ts'
import { manifest as weECharge } from './we-e-charge/manifest.ts'
import { manifest as weLock } from './we-lock/manifest.ts'
import { manifest as wellbornePlus } from './wellborne-plus/manifest.ts'

const written = {
  'we-e-charge': weECharge,
  'we-app': weApp,
  'we-lock': weLock,
  'wellborne-plus': wellbornePlus,
  energybilling,
}

export type BrandKey = keyof typeof written

// Checked once, when the process starts: a wrong manifest stops it with its file, path and reason.
const checked = new Map<string, Manifest>(
  Object.entries(written).map(([key, manifest]) => [key, checkManifest(`lib/brands/${key}/manifest.ts`, manifest)]),
)

export const BRAND_KEYS = Object.keys(written) as readonly BrandKey[]

/** The manifest of a brand named from outside; null where there is no such brand. */
export function findManifest(key: string): Manifest | null {
  const manifest = checked.get(key)
  return manifest ? withPublished(manifest) : null
}

/** The manifest of a brand that is known to exist. */
export function getManifest(key: string): Manifest {
  const manifest = findManifest(key)
  if (!manifest) throw new Error(`there is no brand "${key}"`)
  return manifest
}
