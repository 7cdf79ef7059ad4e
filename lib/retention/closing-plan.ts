import type { Category, Manifest } from '#lib/brands/index.ts'
import type { PlannedEnd } from './schema.ts'

const DAY = 86_400_000

/**
 * What becomes of each category of a brand when an account is erased at a time. Only what the manifest names one of the
 * four grounds for outlives the account (WEA-11).
 */
export function closingPlan(manifest: Manifest, erasedAt: Date): PlannedEnd[] {
  return manifest.categories.map((category) => plannedEnd(category, erasedAt))
}

export function plannedEnd(category: Category, erasedAt: Date): PlannedEnd {
  const { rule, days = 0, end, keptGround } = category.retention
  if (rule === 'account' || !keptGround) return { category: category.key, end: 'erased', ground: null, until: null }
  return {
    category: category.key,
    end: end === 'anonymise' ? 'anonymised' : 'kept',
    ground: keptGround,
    until: new Date(erasedAt.getTime() + days * DAY),
  }
}
