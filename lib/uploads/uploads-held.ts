import { getManifest } from '#lib/brands/index.ts'
import {
  type HeldBy,
  type HeldQuery,
  type HeldRow,
  type HeldValue,
  type Holding,
  readInBatches,
} from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { PICTURE_TYPES } from '#lib/platform/pictures/schema.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { fileName, isFileName } from './file-name.ts'
import { placeIn } from './upload-row.ts'

/** Files that the person handed over. Each brand that takes any has one category for them. */
export const uploadsHeld: Holding = {
  shape: 'upload',
  models: ['Upload'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'upload' AS shape, NULL AS category, count(*) AS rows, max(created_at) AS newest
    FROM upload WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: page,
  all: (tx, of) => readInBatches((query) => page(tx, of, query, true)),
  async read(tx, { brand, subject: subjectId }, id) {
    const row = await tx.upload.findFirst({ where: { id, brand, subjectId }, select: { name: true, createdAt: true } })
    return row && { id, at: row.createdAt, values: { file_name: row.name } }
  },
  async correct(tx, { brand, subject: subjectId }, id, { values }) {
    const where = { id, brand, subjectId }
    const row = await tx.upload.findFirst({ where, select: { mediaType: true } })
    const mediaType = PICTURE_TYPES.find((type) => type === row?.mediaType)
    if (!mediaType) return false
    // A name is all that can be written here, and a file never goes without.
    const name = String(values.file_name ?? '')
    if (!isFileName(name)) throw new Refusal('uploads.name_wrong')
    await tx.upload.updateMany({ where, data: { name: fileName(name, mediaType) } })
    return true
  },
  async remove(tx, { brand, subject: subjectId }, id) {
    const { count } = await tx.upload.deleteMany({ where: { id, brand, subjectId } })
    return count > 0
  },
  async removeBetween(tx, { brand, subject: subjectId }, { from, before }) {
    const createdAt = { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) }
    const { count } = await tx.upload.deleteMany({ where: { brand, subjectId, createdAt } })
    return count
  },
  async files(tx, { brand, subject: subjectId }, { id, since, olderThan }) {
    const rows = await tx.upload.findMany({
      where: {
        brand,
        subjectId,
        ...(id ? { id } : {}),
        createdAt: { ...(since ? { gte: since } : {}), ...(olderThan ? { lt: olderThan } : {}) },
      },
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

async function page(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]> {
  const { before, from, to } = query
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
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: query.limit,
    omit: { sealedPreview: true },
  })
  const declared = getManifest(of.brand).categories.find(({ key }) => key === of.category)?.fields ?? []
  return rows.map((row) => {
    const named: Record<string, HeldValue> = {
      use: row.kind,
      file_name: row.name,
      media_type: row.mediaType,
      size_bytes: row.bytes,
      dimensions: row.width && row.height ? `${row.width} × ${row.height}` : null,
      geotag: reveal ? placeIn(row) : null,
      uploaded_at: row.createdAt,
    }
    const values = Object.fromEntries(declared.map(({ key }) => [key, named[key] ?? null]))
    // Without a place there is nothing to hide.
    return { id: row.id, at: row.createdAt, values, ...(row.sealedPlace ? {} : { nothingHidden: true }) }
  })
}
