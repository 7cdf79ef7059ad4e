import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { declaredCategory } from './record-values.ts'

/** Files that the person handed over. Each brand that takes any has one category for them. */
export const uploadsHeld: Holding = {
  shape: 'upload',
  models: ['Upload'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'upload' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM upload WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: (tx, of, query) => page(tx, of, query),
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async remove(tx, { brand, subject: subjectId }, id) {
    const { count } = await tx.upload.deleteMany({ where: { id, brand, subjectId } })
    return count > 0
  },
  async files(tx, { brand, subject: subjectId }, { id, olderThan }) {
    const rows = await tx.upload.findMany({
      where: { brand, subjectId, ...(id ? { id } : {}), ...(olderThan ? { createdAt: { lt: olderThan } } : {}) },
      select: { storageKey: true },
    })
    return rows.map((row) => row.storageKey)
  },
  async erase(tx, { brand, subject: subjectId }, { olderThan }) {
    const where = { brand, subjectId, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) }
    const { count } = await tx.upload.deleteMany({ where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { before, from, to, search } = query
  const rows = await tx.upload.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      AND: [
        ...(before
          ? [{ createdAt: { lte: before.at }, OR: [{ createdAt: { lt: before.at } }, { id: { lt: before.id } }] }]
          : []),
        ...(from ? [{ createdAt: { gte: from } }] : []),
        ...(to ? [{ createdAt: { lt: to } }] : []),
        ...(search ? [{ name: { contains: search, mode: 'insensitive' as const } }] : []),
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit,
  })
  const fields = declaredCategory(of.brand, of.category).fields.map((field) => field.key)
  return rows.map((row) => {
    // The brands name the same facts in their own words.
    const named: Record<string, string | number | Date> = {
      use: row.kind,
      file_name: row.name,
      media_type: row.mediaType,
      size: row.bytes,
      size_bytes: row.bytes,
      uploaded_at: row.createdAt,
    }
    const values = Object.fromEntries(fields.map((key) => [key, named[key] ?? null]))
    return { id: row.id, at: row.createdAt, values }
  })
}
