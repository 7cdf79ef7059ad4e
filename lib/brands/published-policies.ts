import type { Manifest } from './manifest-schema.ts'

// One for the process, however often a bundler has made a copy of this module.
const SHARED = Symbol.for('openbook.published-policies')
type Published = ReadonlyMap<string, ReadonlySet<string>>

const made = new Map<string, { readonly from: ReadonlySet<string>; readonly manifest: Manifest }>()

/** Takes note of which drafts two people have published, by brand; the database remembers it. */
export function notePublished(versions: Published): void {
  Reflect.set(globalThis, SHARED, versions)
}

/** The manifest with the drafts that were published among its policies. Always the same value for the same state. */
export function withPublished(manifest: Manifest): Manifest {
  const published: Published | undefined = Reflect.get(globalThis, SHARED)
  const from = published?.get(manifest.key)
  if (!from || manifest.drafts.length === 0) return manifest
  const held = made.get(manifest.key)
  if (held?.from === from) return held.manifest
  const policies = [...manifest.policies, ...manifest.drafts.filter(({ version }) => from.has(version))]
  const drafts = manifest.drafts.filter(({ version }) => !from.has(version))
  const next = { ...manifest, policies, drafts }
  made.set(manifest.key, { from, manifest: next })
  return next
}
