import { getManifest } from '#lib/brands/index.ts'
import type { HeldBy, HeldQuery, HeldRow, Holding } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { openProfile } from './profile-values.ts'

/** What the person chose to tell about themselves: one row, which they may empty. */
export const profileHeld: Holding = {
  shape: 'profile',
  models: ['Profile'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'profile' AS shape, NULL AS category, count(*) AS rows, max(updated_at) AS newest
    FROM profile WHERE brand = ${brand} AND subject_id = ${subject}::uuid
      AND (sealed IS NOT NULL OR fields <> '{}'::jsonb)`,
  list: (tx, of, query, reveal) => page(tx, of, query, reveal),
  async *all(tx, of) {
    yield* await page(tx, of, { limit: 1 }, true)
  },
  async remove(tx, of, id) {
    if (id !== of.subject) return false
    const { count } = await tx.profile.updateMany({
      where: { subjectId: of.subject, brand: of.brand },
      data: { fields: {}, sealed: null },
    })
    return count > 0
  },
  async erase(tx, of, { olderThan }) {
    if (olderThan) return { erased: 0, anonymised: 0, kept: 0 }
    const { count } = await tx.profile.deleteMany({ where: { subjectId: of.subject, brand: of.brand } })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]> {
  const row = await tx.profile.findFirst({ where: { subjectId: of.subject, brand: of.brand } })
  if (!row || query.before || (query.from && row.updatedAt < query.from) || (query.to && row.updatedAt >= query.to))
    return []
  const values = openProfile(of.subject, row)
  if (Object.keys(values).length === 0) return []
  const fields = getManifest(of.brand).categories.find(({ key }) => key === of.category)?.fields ?? []
  const shown = Object.fromEntries(
    fields.map(({ key, sensitive }) => [key, sensitive && !reveal ? null : (values[key] ?? null)]),
  )
  return [{ id: of.subject, at: row.updatedAt, values: shown }]
}
