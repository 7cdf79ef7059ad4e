import {
  codesFor,
  type HeldBy,
  type HeldCursor,
  type HeldDevice,
  type HeldQuery,
  type HeldRow,
  type Holding,
  readInBatches,
} from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'

/** What the person's meters measured, the meters themselves and where they stand. */
export const readingsHeld: Holding = {
  shape: 'reading',
  models: ['Reading', 'UsageDay', 'Meter', 'SupplyPoint'],
  searches: true,
  // The sums by day count their readings, so that a million rows are not counted one by one.
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'reading' AS shape, NULL AS category, coalesce(sum(d.readings), 0)::bigint AS rows,
           (SELECT max(n.started_at) FROM meter m CROSS JOIN LATERAL (
              SELECT started_at FROM reading WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id
              ORDER BY started_at DESC LIMIT 1) n
            WHERE m.brand = ${brand} AND m.subject_id = ${subject}::uuid) AS newest
    FROM usage_day d WHERE d.brand = ${brand} AND d.subject_id = ${subject}::uuid`,
  list: readingPage,
  devices: devicesOfMeters,
  all: (tx, of) => readInBatches((query) => readingPage(tx, of, query)),
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    if (olderThan) return { erased: await eraseOldReadings(tx, of, olderThan), anonymised: 0, kept: 0 }
    const { count } = await tx.reading.deleteMany({ where })
    await tx.usageDay.deleteMany({ where })
    await tx.meter.deleteMany({ where })
    await tx.supplyPoint.deleteMany({ where })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

/** The person's charging sessions. */
export const chargingSessionsHeld: Holding = {
  shape: 'charging_session',
  models: ['ChargingSession'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'charging_session' AS shape, NULL AS category, count(*) AS rows, max(started_at) AS newest
    FROM charging_session WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: sessionPage,
  devices: devicesOfSessions,
  all: (tx, of) => readInBatches((query) => sessionPage(tx, of, query)),
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    const { count } = await tx.chargingSession.deleteMany({
      where: olderThan ? { ...where, startedAt: { lt: olderThan } } : where,
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

interface ReadingRecord {
  readonly meter_id: string
  readonly serial: string
  readonly unit: string
  readonly started_at: Date
  readonly ended_at: Date
  readonly quantity: bigint
  readonly quality: string
  readonly register_from: bigint | null
  readonly register_to: bigint | null
}

/**
 * Each meter's newest rows come from the key of the table and are merged, so that a page costs the same however many
 * readings there are.
 */
async function readingPage(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { limit, before, from, to, search, device } = query
  const newest = (fits: Prisma.Sql) => Prisma.sql`(
      SELECT n.meter_id, m.serial, m.unit, n.started_at, n.ended_at, n.quantity, n.quality,
             n.register_from, n.register_to FROM reading n
      WHERE n.brand = m.brand AND n.subject_id = m.subject_id AND n.meter_id = m.id ${fits}
        ${from ? Prisma.sql`AND n.started_at >= ${from}` : Prisma.empty}
        ${to ? Prisma.sql`AND n.started_at < ${to}` : Prisma.empty}
        ${before ? beforeCursor(before) : Prisma.empty}
      ORDER BY n.started_at DESC LIMIT ${limit})`
  const rows = await tx.$queryRaw<ReadingRecord[]>`
    SELECT r.* FROM meter m CROSS JOIN LATERAL (
      ${search ? fitting(search, query, newest) : newest(Prisma.empty)}
    ) r
    WHERE m.brand = ${of.brand} AND m.subject_id = ${of.subject}::uuid
      ${device ? Prisma.sql`AND m.device_id = ${device}::uuid` : Prisma.empty}
    ORDER BY r.started_at DESC, r.meter_id DESC LIMIT ${limit}`
  return rows.map((row) => ({
    id: `${row.meter_id}@${row.started_at.toISOString()}`,
    at: row.started_at,
    values: {
      meter: row.serial,
      started_at: row.started_at,
      ended_at: row.ended_at,
      quantity: row.quantity,
      unit: row.unit,
      quality: row.quality,
      register_from: row.register_from,
      register_to: row.register_to,
    },
  }))
}

/** A device that was removed and of which nothing is kept has its number on its meter still. */
async function devicesOfMeters(tx: Tx, { brand, subject }: HeldBy): Promise<HeldDevice[]> {
  return tx.$queryRaw<HeldDevice[]>`
    SELECT d.* FROM (
      SELECT DISTINCT ON (m.device_id) m.device_id AS id, coalesce(nullif(v.name, ''), v.serial, m.serial) AS name,
             v.id IS NULL OR v.revoked_at IS NOT NULL AS removed, n.started_at AS newest
      FROM meter m LEFT JOIN device v ON v.id = m.device_id CROSS JOIN LATERAL (
        SELECT r.started_at FROM reading r
        WHERE r.brand = m.brand AND r.subject_id = m.subject_id AND r.meter_id = m.id
        ORDER BY r.started_at DESC LIMIT 1) n
      WHERE m.brand = ${brand} AND m.subject_id = ${subject}::uuid AND m.device_id IS NOT NULL
      ORDER BY m.device_id, n.started_at DESC) d
    ORDER BY d.removed, d.newest DESC`
}

async function devicesOfSessions(tx: Tx, { brand, subject }: HeldBy): Promise<HeldDevice[]> {
  return tx.$queryRaw<HeldDevice[]>`
    SELECT s.device_id AS id, coalesce(nullif(v.name, ''), v.serial) AS name,
           v.id IS NULL OR v.revoked_at IS NOT NULL AS removed, max(s.started_at) AS newest
    FROM charging_session s LEFT JOIN device v ON v.id = s.device_id
    WHERE s.brand = ${brand} AND s.subject_id = ${subject}::uuid AND s.device_id IS NOT NULL
    GROUP BY s.device_id, v.id, v.name, v.serial, v.revoked_at ORDER BY removed, newest DESC`
}

/**
 * Readings by words about their meter, by figures, by their times, or of a quality that has an index of its own: each of
 * them in its own order.
 */
function fitting(search: string, query: HeldQuery, newest: (fits: Prisma.Sql) => Prisma.Sql): Prisma.Sql {
  const ofMeter = newest(
    Prisma.sql`AND (strpos(lower(m.serial), lower(${search})) > 0 OR m.unit = ANY(${codesFor(query, 'unit')}))`,
  )
  const ofQuality = codesFor(query, 'quality').map((quality) => newest(Prisma.sql`AND n.quality = ${quality}`))
  const ofTime = (query.times ?? []).flatMap(({ from, to }) => [
    newest(Prisma.sql`AND n.started_at >= ${from} AND n.started_at < ${to}`),
    // None lasts longer than a quarter; without the bound each one before would be looked at.
    newest(Prisma.sql`AND n.ended_at >= ${from} AND n.ended_at < ${to}
      AND n.started_at < ${to} AND n.started_at >= ${from}::timestamptz - interval '100 days'`),
  ])
  const figures = codesFor(query, 'quantity')
  const ofFigures =
    figures.length > 0
      ? [newest(Prisma.sql`AND ARRAY[n.quantity, n.register_from, n.register_to] && ${figures}::bigint[]`)]
      : []
  return Prisma.join([ofMeter, ...ofQuality, ...ofTime, ...ofFigures], ' UNION ')
}

// A reading has no id of its own: its meter and its start name it.
function beforeCursor({ at, id }: HeldCursor) {
  const [meterId = ''] = id.split('@')
  return Prisma.sql`AND n.started_at <= ${at} AND (n.started_at < ${at} OR n.meter_id < ${meterId}::uuid)`
}

async function eraseOldReadings(tx: Tx, of: HeldBy, olderThan: Date): Promise<number> {
  const erased = await tx.$executeRaw`
    DELETE FROM reading WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid AND started_at < ${olderThan}`
  // The day that is cut through keeps its whole sum: it no longer tells when in the day anything was used.
  await tx.$executeRaw`
    DELETE FROM usage_day d USING meter m, supply_point p
    WHERE m.id = d.meter_id AND p.id = m.supply_point_id AND d.brand = ${of.brand}
      AND d.subject_id = ${of.subject}::uuid AND d.day < (${olderThan}::timestamptz AT TIME ZONE p.zone)::date`
  return erased
}

async function sessionPage(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { limit, before, from, to, device } = query
  const rows = await tx.chargingSession.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      ...(before
        ? { startedAt: { lte: before.at }, OR: [{ startedAt: { lt: before.at } }, { id: { lt: before.id } }] }
        : {}),
      ...(from || to ? { AND: [{ startedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } }] } : {}),
      ...(device ? { deviceId: device } : {}),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: limit,
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.startedAt,
    values: {
      started_at: row.startedAt,
      ended_at: row.endedAt,
      energy_wh: row.energyWh,
      cost: row.costMinor !== null && row.currency ? toDecimalText(row.costMinor, row.currency) : null,
      currency: row.currency,
      station: row.station,
    },
  }))
}
