import type { Locale } from '#lib/platform/i18n/locales.ts'
import type { Manifest, PolicyVersion } from './manifest-schema.ts'

/** The version that is in force on a day. */
export function policyInForce(manifest: Manifest, on: Date): PolicyVersion {
  const day = on.toISOString().slice(0, 10)
  const past = manifest.policies.filter((policy) => policy.effectiveOn <= day)
  const newest = past.toSorted((a, b) => b.effectiveOn.localeCompare(a.effectiveOn))[0]
  if (!newest) throw new Error(`${manifest.key} has no policy in force on ${day}`)
  return newest
}

/** The exact text of a version in one language, as it is hashed when somebody accepts it. */
export function policyText(policy: PolicyVersion, locale: Locale): string {
  return policy.sections.map((section) => [section.heading[locale], ...section.body[locale]].join('\n')).join('\n\n')
}
