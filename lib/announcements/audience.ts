import { getManifest, type Manifest, type Shape } from '#lib/brands/index.ts'
import { startOfDay } from '#lib/platform/calendar/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { Audience } from './schema.ts'

/** Where the rows of a category lie, and the time of each; null where the account itself is the row. */
const ROWS: Record<Shape, { readonly table: string; readonly time: string } | null> = {
  registration: null,
  profile: null,
  device: { table: 'device', time: 'bound_at' },
  record: { table: 'data_record', time: 'occurred_at' },
  reading: { table: 'reading', time: 'started_at' },
  charging_session: { table: 'charging_session', time: 'started_at' },
  upload: { table: 'upload', time: 'created_at' },
  bill: { table: 'bill', time: 'issued_on' },
  payment: { table: 'payment', time: 'created_at' },
  card: { table: 'saved_card', time: 'created_at' },
  consent: { table: 'consent_record', time: 'decided_at' },
  sign_in_log: { table: 'sign_in_event', time: 'occurred_at' },
  request: { table: 'rights_request', time: 'opened_at' },
}

/** The condition on `account a` by which somebody belongs to the audience. Accounts that are over never do. */
export function audienceCondition(brand: string, audience: Audience): Prisma.Sql {
  const manifest = getManifest(brand)
  const from = audience.from ? startOfDay(audience.from, manifest.zone) : null
  const before = audience.to ? startOfDay(audience.to, manifest.zone, 1) : null
  const parts = [
    Prisma.sql`a.brand = ${brand} AND a.state IN ('active', 'closing', 'suspended')`,
    ...(before ? [Prisma.sql`a.created_at < ${before}`] : []),
    ...(audience.region ? [Prisma.sql`a.storage_region = ${audience.region}`] : []),
    ...(audience.category ? [inCategory(manifest, audience.category, from, before)] : []),
    ...(audience.deviceKind
      ? [
          Prisma.sql`EXISTS (SELECT 1 FROM device d WHERE d.brand = a.brand AND d.subject_id = a.id
            AND d.kind = ${audience.deviceKind}
            ${before ? Prisma.sql`AND d.bound_at < ${before}` : Prisma.empty}
            ${from ? Prisma.sql`AND (d.revoked_at IS NULL OR d.revoked_at >= ${from})` : Prisma.empty})`,
        ]
      : []),
  ]
  return Prisma.join(parts, ' AND ')
}

function inCategory(manifest: Manifest, key: string, from: Date | null, before: Date | null): Prisma.Sql {
  const category = manifest.categories.find((one) => one.key === key)
  // A category that is none touches nobody.
  if (!category) return Prisma.sql`false`
  const rows = ROWS[category.shape]
  if (!rows) return Prisma.sql`true`
  const [table, time] = [Prisma.raw(rows.table), Prisma.raw(rows.time)]
  return Prisma.sql`EXISTS (SELECT 1 FROM ${table} r WHERE r.brand = a.brand AND r.subject_id = a.id
    ${category.shape === 'record' ? Prisma.sql`AND r.category = ${key}` : Prisma.empty}
    ${from ? Prisma.sql`AND r.${time} >= ${from}` : Prisma.empty}
    ${before ? Prisma.sql`AND r.${time} < ${before}` : Prisma.empty})`
}

/** How many people an audience is now. */
export async function countAudience(tx: Tx, brand: string, audience: Audience): Promise<number> {
  const [row] = await tx.$queryRaw<{ people: number }[]>`
    SELECT count(*)::int AS people FROM account a WHERE ${audienceCondition(brand, audience)}`
  return row?.people ?? 0
}
