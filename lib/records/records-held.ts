import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { asObject, declaredCategory, shownValues, unsealValues } from './record-values.ts'

/** What phones, devices and partners sent about the person, by category of the manifest. */
export const recordsHeld: Holding = {
  shape: 'record',
  models: ['DataRecord'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'record' AS shape, category, count(*) AS rows, max(occurred_at) AS newest
    FROM data_record WHERE brand = ${brand} AND subject_id = ${subject}::uuid GROUP BY category`,
  overdue: ({ brand, category }, olderThan) => Prisma.sql`
    SELECT DISTINCT subject_id FROM data_record
    WHERE brand = ${brand} AND category = ${category} AND occurred_at < ${olderThan}`,
  list: page,
  all: (tx, of) => readInBatches((query) => page(tx, of, query, true)),
  async remove(tx, of, id) {
    const { brand, subject: subjectId, category } = of
    const { count } = await tx.dataRecord.deleteMany({ where: { id, brand, subjectId, category } })
    return count > 0
  },
  // A record is nothing but what it says about one person: what is left without that would be no record.
  async erase(tx, { brand, subject: subjectId, category }, { olderThan }) {
    const where = { brand, subjectId, category, ...(olderThan ? { occurredAt: { lt: olderThan } } : {}) }
    const { count } = await tx.dataRecord.deleteMany({ where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

interface Row {
  id: string
  occurred_at: Date
  given_by_other: boolean
  fields: unknown
  sealed: Uint8Array | null
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]> {
  const category = declaredCategory(of.brand, of.category)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT id, occurred_at, given_by_other, fields, ${reveal ? Prisma.sql`sealed` : Prisma.sql`NULL::bytea AS sealed`}
    FROM data_record
    WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid AND category = ${of.category} ${narrowed(query)}
    ORDER BY occurred_at DESC, id DESC LIMIT ${query.limit}`
  return rows.map((row) => ({
    id: row.id,
    at: row.occurred_at,
    values: shownValues(category, {
      ...asObject(row.fields),
      ...(row.sealed ? unsealValues(row.id, row.sealed) : {}),
    }),
    ...(row.given_by_other ? { givenByOther: true } : {}),
  }))
}

// `a <= x AND (a < x OR id < y)` walks the index from the cursor on; the plain OR form would start at the top.
function narrowed({ before, from, to, search }: HeldQuery): Prisma.Sql {
  const parts = [
    before &&
      Prisma.sql`AND occurred_at <= ${before.at}::timestamptz AND (occurred_at < ${before.at}::timestamptz OR id < ${before.id}::uuid)`,
    from && Prisma.sql`AND occurred_at >= ${from}::timestamptz`,
    to && Prisma.sql`AND occurred_at < ${to}::timestamptz`,
    search &&
      Prisma.sql`AND EXISTS (SELECT 1 FROM jsonb_each_text(fields) v WHERE v.value ILIKE ${containing(search)})`,
  ]
  return Prisma.join([Prisma.empty, ...parts.filter((part) => part instanceof Prisma.Sql)], ' ')
}

/** A pattern that finds the words as they are written: nothing in them is a wildcard. */
function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
}
