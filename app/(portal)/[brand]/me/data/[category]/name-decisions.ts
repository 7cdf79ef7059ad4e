import type { Manifest } from '#lib/brands/index.ts'
import { decisionName } from '#lib/consents/index.ts'
import type { HeldRow } from '#lib/inventory/schema.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'

/** Recorded decisions with what each was about in words: a purpose, a recipient, a use of the phone; the policy is named where it is shown. */
export function nameDecisions(rows: readonly HeldRow[], manifest: Manifest, locale: Locale): HeldRow[] {
  return rows.map((row) => {
    const about = String(row.values.purpose)
    return { ...row, values: { ...row.values, purpose: decisionName(manifest, about, locale) } }
  })
}
