import { localDay } from '#lib/platform/calendar/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { MAJOR_CHANGES, type Manifest, type PolicyVersion } from './manifest-schema.ts'

/** The version that is in force at an instant: days begin where the brand is at home. */
export function policyInForce(manifest: Manifest, on: Date): PolicyVersion {
  const day = localDay(on, manifest.zone)
  const past = manifest.policies.filter((policy) => policy.effectiveOn <= day)
  const newest = past.toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))[0]
  if (!newest) throw new Error(`${manifest.key} has no policy in force on ${day}`)
  return newest
}

/** The exact text of a version in one language, as it is hashed when somebody accepts it. */
export function policyText(policy: PolicyVersion, locale: Locale): string {
  return policy.sections.map((section) => [section.heading[locale], ...section.body[locale]].join('\n')).join('\n\n')
}

/** Whether a version changes something of the six major kinds, and so asks for agreement (WBP-22). */
export function isMajor(policy: PolicyVersion): boolean {
  return policy.changeKinds.some((kind) => MAJOR_CHANGES.some((major) => major === kind))
}

/**
 * The version in force, where a person has to agree to it before they go on: they agreed to none yet, or something
 * major changed since the latest one that they agreed to. Null where nothing is to be asked (WEA-17).
 */
export function policyToAgreeTo(manifest: Manifest, accepted: readonly string[], on: Date): PolicyVersion | null {
  const inForce = policyInForce(manifest, on)
  const latest = latestOf(manifest, accepted)
  if (!latest) return inForce
  const since = manifest.policies.filter(
    ({ effectiveOn }) => effectiveOn > latest.effectiveOn && effectiveOn <= inForce.effectiveOn,
  )
  return since.some(isMajor) ? inForce : null
}

/** The latest of the versions that somebody agreed to; null for none of this brand's. */
export function latestOf(manifest: Manifest, accepted: readonly string[]): PolicyVersion | null {
  const known = manifest.policies.filter(({ version }) => accepted.includes(version))
  return known.toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))[0] ?? null
}
