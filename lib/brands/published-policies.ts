import { createHash } from 'node:crypto'
import type { Manifest, PolicyVersion } from './manifest-schema.ts'

// One for the process, however often a bundler has made a copy of this module.
const SHARED = Symbol.for('openbook.published-policies')
/** By brand and version: the digest of the text that two people agreed on. */
type Published = ReadonlyMap<string, ReadonlyMap<string, string>>

const made = new Map<string, { readonly from: ReadonlyMap<string, string>; readonly manifest: Manifest }>()

/** The digest of a version with everything that it says, in all languages. */
export function policyDigest(policy: PolicyVersion): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex')
}

/** Takes note of which drafts two people have published, by brand; the database remembers it. */
export function notePublished(versions: Published): void {
  Reflect.set(globalThis, SHARED, versions)
}

/**
 * The manifest with the drafts that were published among its policies. Always the same value for the same state. A draft
 * that says something else than what was published stays a draft: nobody approved that.
 */
export function withPublished(manifest: Manifest): Manifest {
  const published: Published | undefined = Reflect.get(globalThis, SHARED)
  const from = published?.get(manifest.key)
  if (!from || manifest.drafts.length === 0) return manifest
  const held = made.get(manifest.key)
  if (held?.from === from) return held.manifest
  const isPublished = (draft: PolicyVersion) => from.get(draft.version) === policyDigest(draft)
  const policies = [...manifest.policies, ...manifest.drafts.filter(isPublished)]
  const drafts = manifest.drafts.filter((draft) => !isPublished(draft))
  const next = { ...manifest, policies, drafts }
  made.set(manifest.key, { from, manifest: next })
  return next
}
