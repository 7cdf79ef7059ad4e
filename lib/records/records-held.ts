import {
  type HeldBy,
  type HeldDevice,
  type HeldQuery,
  type HeldRow,
  type Holding,
  readInBatches,
} from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import {
  asObject,
  declaredCategory,
  sealValues,
  shownValues,
  splitValues,
  storedValues,
  unsealValues,
} from './record-values.ts'

/** What phones, devices and partners sent about the person, by category of the manifest. */
export const recordsHeld: Holding = {
  shape: 'record',
  models: ['DataRecord'],
  searches: true,
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'record' AS shape, category, count(*) AS rows, max(occurred_at) AS newest
    FROM data_record WHERE brand = ${brand} AND subject_id = ${subject}::uuid GROUP BY category`,
  summaryUpTo: ({ brand, subject, category }, most) => Prisma.sql`
    SELECT 'record' AS shape, ${category} AS category, count(*) AS rows, max(occurred_at) AS newest FROM (
      SELECT occurred_at FROM data_record
      WHERE brand = ${brand} AND subject_id = ${subject}::uuid AND category = ${category}
      ORDER BY occurred_at DESC, id DESC LIMIT ${most}) AS some_rows`,
  overdue: ({ brand, category }, olderThan) => Prisma.sql`
    SELECT DISTINCT subject_id FROM data_record
    WHERE brand = ${brand} AND category = ${category} AND occurred_at < ${olderThan}`,
  list: page,
  devices,
  all: (tx, of) => readInBatches((query) => page(tx, of, query, true)),
  async remove(tx, of, id) {
    const { brand, subject: subjectId, category } = of
    const { count } = await tx.dataRecord.deleteMany({ where: { id, brand, subjectId, category } })
    return count > 0
  },
  async removeBetween(tx, { brand, subject: subjectId, category }, { from, before }) {
    const occurredAt = { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) }
    const { count } = await tx.dataRecord.deleteMany({ where: { brand, subjectId, category, occurredAt } })
    return count
  },
  async contest(tx, { brand, subject: subjectId, category }, id, contestedAt) {
    const where = { id, brand, subjectId, category }
    const { count } = await tx.dataRecord.updateMany({ where: { ...where, contestedAt: null }, data: { contestedAt } })
    if (count > 0) return 'noted'
    return (await tx.dataRecord.count({ where })) > 0 ? 'before' : 'no row'
  },
  async read(tx, of, id) {
    const { brand, subject: subjectId, category } = of
    const row = await tx.dataRecord.findFirst({ where: { id, brand, subjectId, category } })
    if (!row) return null
    const stored = { ...asObject(row.fields), ...(row.sealed ? unsealValues(id, row.sealed) : {}) }
    return { id, at: row.occurredAt, values: shownValues(declaredCategory(brand, category), stored, '\n') }
  },
  // What the sender sent last stays what it is compared with: the same sent again does not undo a correction.
  async correct(tx, { brand, subject: subjectId, category }, id, { values, at }) {
    const where = { id, brand, subjectId, category }
    const row = await tx.dataRecord.findFirst({ where, select: { fields: true, sealed: true } })
    if (!row) return false
    const held = storedValues({
      ...asObject(row.fields),
      ...(row.sealed ? unsealValues(id, row.sealed) : {}),
      ...values,
    })
    const { plain, sensitive } = splitValues(declaredCategory(brand, category), held)
    await tx.dataRecord.updateMany({
      where,
      data: { fields: { ...plain }, sealed: sensitive && Buffer.from(sealValues(id, sensitive)), correctedAt: at },
    })
    return true
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
  contested_at: Date | null
  corrected_at: Date | null
  device: string | null
  fields: unknown
  sealed: Uint8Array | null
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery, reveal: boolean): Promise<HeldRow[]> {
  const category = declaredCategory(of.brand, of.category)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT d.id, d.occurred_at, d.given_by_other, d.contested_at, d.corrected_at, d.fields,
           CASE WHEN d.device_id IS NOT NULL THEN coalesce(nullif(v.name, ''), v.serial, '') END AS device,
           ${reveal ? Prisma.sql`d.sealed` : Prisma.sql`NULL::bytea AS sealed`}
    FROM data_record d LEFT JOIN device v ON v.id = d.device_id
    WHERE d.brand = ${of.brand} AND d.subject_id = ${of.subject}::uuid AND d.category = ${of.category}
      ${query.search ? found(of, query, query.search) : narrowed(query)}
    ORDER BY d.occurred_at DESC, d.id DESC LIMIT ${query.limit}`
  return rows.map((row) => ({
    id: row.id,
    at: row.occurred_at,
    values: shownValues(category, {
      ...asObject(row.fields),
      ...(row.sealed ? unsealValues(row.id, row.sealed) : {}),
    }),
    ...(row.device === null ? {} : { device: row.device }),
    ...(row.given_by_other ? { givenByOther: true } : {}),
    ...(row.contested_at ? { contestedAt: row.contested_at } : {}),
    ...(row.corrected_at ? { correctedAt: row.corrected_at } : {}),
  }))
}

/** One step of the index for each device, however many its records are. */
async function devices(tx: Tx, { brand, subject, category }: HeldBy): Promise<HeldDevice[]> {
  const own = Prisma.sql`d.brand = ${brand} AND d.subject_id = ${subject}::uuid AND d.category = ${category}`
  return tx.$queryRaw<HeldDevice[]>`
    WITH RECURSIVE sender AS (
      (SELECT d.device_id AS id FROM data_record d WHERE ${own} AND d.device_id IS NOT NULL ORDER BY d.device_id LIMIT 1)
      UNION ALL
      SELECT (SELECT d.device_id FROM data_record d WHERE ${own} AND d.device_id > s.id ORDER BY d.device_id LIMIT 1)
      FROM sender s WHERE s.id IS NOT NULL
    )
    SELECT s.id, coalesce(nullif(v.name, ''), v.serial) AS name, v.id IS NULL OR v.revoked_at IS NOT NULL AS removed,
           (SELECT d.occurred_at FROM data_record d WHERE ${own} AND d.device_id = s.id
            ORDER BY d.occurred_at DESC, d.id DESC LIMIT 1) AS newest
    FROM sender s LEFT JOIN device v ON v.id = s.id WHERE s.id IS NOT NULL
    ORDER BY removed, newest DESC`
}

// `a <= x AND (a < x OR id < y)` walks the index from the cursor on; the plain OR form would start at the top.
function narrowed({ before, from, to, device }: HeldQuery): Prisma.Sql {
  const parts = [
    before &&
      Prisma.sql`AND d.occurred_at <= ${before.at}::timestamptz AND (d.occurred_at < ${before.at}::timestamptz OR d.id < ${before.id}::uuid)`,
    from && Prisma.sql`AND d.occurred_at >= ${from}::timestamptz`,
    to && Prisma.sql`AND d.occurred_at < ${to}::timestamptz`,
    device && Prisma.sql`AND d.device_id = ${device}::uuid`,
  ]
  return Prisma.join([Prisma.empty, ...parts.filter((part) => part instanceof Prisma.Sql)], ' ')
}

/** Words, codes and times are found by a function of the database, which can use the index that row-level security rules out. */
function found({ category }: HeldBy, query: HeldQuery, search: string): Prisma.Sql {
  const { before, from, to, device, limit, codes = [], times = [] } = query
  const coded = codes.flatMap(({ field, values }) => values.map((value) => ({ [field]: value })))
  return Prisma.sql`AND d.id IN (SELECT s.id FROM search_data_records(
    ${category}, ${search}, ${device ?? null}::uuid, ${from ?? null}::timestamptz, ${to ?? null}::timestamptz,
    ${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid, ${limit}::integer,
    ${JSON.stringify(coded)}::jsonb, ${JSON.stringify(times.map(({ from, to }) => ({ from, to })))}::jsonb) s)`
}
