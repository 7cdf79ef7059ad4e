import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'

/** Devices bound to the person, now or before, and what their apps were allowed to use. */
export const devicesHeld: Holding = {
  shape: 'device',
  models: ['Device', 'DevicePermission'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'device' AS shape, NULL AS category, count(*) AS rows, max(bound_at) AS newest
    FROM device WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: (tx, of, query) => page(tx, of, query),
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async remove(tx, { brand, subject: subjectId }, id) {
    await tx.devicePermission.deleteMany({ where: { brand, subjectId, deviceId: id } })
    const { count } = await tx.device.deleteMany({ where: { brand, subjectId, id } })
    return count > 0
  },
  async erase(tx, of, { olderThan }) {
    const where = { brand: of.brand, subjectId: of.subject }
    if (!olderThan) await tx.devicePermission.deleteMany({ where })
    const { count } = await tx.device.deleteMany({
      where: olderThan ? { ...where, revokedAt: { lt: olderThan } } : where,
    })
    return { erased: count, anonymised: 0, kept: 0 }
  },
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { before } = query
  const rows = await tx.device.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      ...(before
        ? { boundAt: { lte: before.at }, OR: [{ boundAt: { lt: before.at } }, { id: { lt: before.id } }] }
        : {}),
      AND: [{ boundAt: { ...(query.from ? { gte: query.from } : {}), ...(query.to ? { lt: query.to } : {}) } }],
    },
    orderBy: [{ boundAt: 'desc' }, { id: 'desc' }],
    take: query.limit,
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.boundAt,
    values: {
      kind: row.kind,
      name: row.name,
      model: row.model,
      serial_number: row.serial,
      bound_at: row.boundAt,
      last_seen_at: row.lastSeenAt,
      revoked_at: row.revokedAt,
    },
  }))
}
