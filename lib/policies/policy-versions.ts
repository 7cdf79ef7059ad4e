import { type Manifest, type PolicyVersion, policyInForce } from '#lib/brands/index.ts'

/** The versions of a brand's policy by where they stand on a day. */
export interface PolicyVersions {
  readonly inForce: PolicyVersion
  /** Published and not yet in force, the next one first (ENB-03). */
  readonly announced: readonly PolicyVersion[]
  /** Once in force, the latest first. */
  readonly archived: readonly PolicyVersion[]
}

export function policyVersions(manifest: Manifest, on: Date): PolicyVersions {
  const inForce = policyInForce(manifest, on)
  const byDay = manifest.policies.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  const at = byDay.indexOf(inForce)
  return { inForce, announced: byDay.slice(at + 1), archived: byDay.slice(0, at).toReversed() }
}

/** The version that one comes after, published or not; null for the first. */
export function versionBefore(manifest: Manifest, version: PolicyVersion): PolicyVersion | null {
  const byDay = manifest.policies.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  return byDay.findLast(({ effectiveOn }) => effectiveOn < version.effectiveOn) ?? null
}
