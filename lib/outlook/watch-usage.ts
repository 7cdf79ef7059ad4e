import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { priceByTariffs } from '#lib/billing/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { addDays, localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { raiseAlert } from './raise-alert.ts'

type Watching = Grant<'usage:watch'>

/** From so many hundredths of it on a budget is nearly spent. */
const NEAR = 80n
/** A meter that has sent nothing for so many days, and for three times as long as is usual, is told of. */
const SILENT_DAYS = 7
/** Days that tell what is usual, and how many of them must be known. */
const USUAL_DAYS = 56
const KNOWN_DAYS = 21

/**
 * Once a day: tells people whose budget is nearly or wholly spent, whose use of a day was far out of the ordinary, and
 * whose meter has fallen silent. Each matter once; running it again is safe.
 */
export async function watchUsage(_grant: Watching): Promise<void> {
  for (const brand of BRAND_KEYS) {
    const own = systemGrant('job:usage.watch', 'usage:watch', { brand })
    const today = localDay(clock.now(), getManifest(brand).zone)
    const spenders = await inScope(own, (tx) => tx.budget.findMany({ where: { brand } }))
    for (const budget of spenders) await inScope(own, (tx) => watchBudget(tx, own, budget, today))
    for (const unusual of await inScope(own, (tx) => findUnusual(tx, brand, today)))
      await inScope(own, (tx) => tellOfMeter(tx, own, 'unusual', unusual))
    for (const silent of await inScope(own, (tx) => findSilent(tx, brand)))
      await inScope(own, (tx) => tellOfMeter(tx, own, 'stale', silent))
  }
}

interface BudgetRow {
  readonly subjectId: string
  readonly amountMinor: bigint
  readonly currency: string
}

async function watchBudget(tx: Tx, grant: Watching, { subjectId, amountMinor, currency }: BudgetRow, today: string) {
  const { tariffs, zone } = getManifest(grant.brand)
  const standard = tariffs.filter((tariff) => !tariff.optional && tariff.currency === currency)
  const period = { periodStart: monthStart(today), periodEnd: addDays(today, 1) }
  const lines = await priceByTariffs(tx, { brand: grant.brand, subjectId, zone }, standard, period)
  const spent = lines.reduce((sum, { netMinor, vatMinor }) => sum + netMinor + vatMinor, 0n)
  if (spent * 100n < amountMinor * NEAR) return
  await raiseAlert(tx, grant, {
    subjectId,
    kind: spent >= amountMinor ? 'budget_over' : 'budget_near',
    matter: period.periodStart,
    day: today,
    values: (locale) => ({
      spent: formatMoney(spent, currency, locale),
      budget: formatMoney(amountMinor, currency, locale),
    }),
  })
}

interface MeterRow {
  readonly subjectId: string
  readonly meterId: string
  readonly serial: string
  readonly day: string
  readonly percent: number
}

/**
 * Meters whose newest whole day, of the last three, came to half as much again as is usual at least, and lies further
 * above the middle of eight weeks than three times what nine of ten days do.
 */
function findUnusual(tx: Tx, brand: string, today: string): Promise<MeterRow[]> {
  return tx.$queryRaw`
    WITH newest AS (
      SELECT DISTINCT ON (subject_id, meter_id) subject_id, meter_id, day, quantity FROM usage_day
      WHERE brand = ${brand} AND day >= ${today}::date - 3 AND day < ${today}::date AND seconds >= 82800 AND estimated = 0
      ORDER BY subject_id, meter_id, day DESC
    )
    SELECT n.subject_id AS "subjectId", n.meter_id AS "meterId", m.serial, n.day::text AS day,
           round((n.quantity / u.middle - 1) * 100)::int AS percent
    FROM newest n
    JOIN meter m ON m.id = n.meter_id AND m.removed_at IS NULL AND m.direction = 'import'
    CROSS JOIN LATERAL (
      SELECT count(*) AS days, percentile_cont(0.5) WITHIN GROUP (ORDER BY quantity) AS middle,
             percentile_cont(0.9) WITHIN GROUP (ORDER BY quantity) AS high
      FROM usage_day d
      WHERE d.brand = ${brand} AND d.subject_id = n.subject_id AND d.meter_id = n.meter_id
        AND d.day >= n.day - ${USUAL_DAYS}::int AND d.day < n.day AND d.seconds >= 82800
    ) u
    WHERE u.days >= ${KNOWN_DAYS} AND u.middle > 0 AND n.quantity >= u.middle * 1.5
      AND n.quantity - u.middle > 3 * (u.high - u.middle)`
}

/** Meters in use whose newest reading is older than it should be. */
function findSilent(tx: Tx, brand: string): Promise<MeterRow[]> {
  return tx.$queryRaw`
    SELECT m.subject_id AS "subjectId", m.id AS "meterId", m.serial, (r.ended_at AT TIME ZONE p.zone)::date::text AS day,
           0 AS percent
    FROM meter m
    JOIN supply_point p ON p.id = m.supply_point_id
    CROSS JOIN LATERAL (
      SELECT started_at, ended_at FROM reading
      WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id
      ORDER BY started_at DESC LIMIT 1
    ) r
    WHERE m.brand = ${brand} AND m.removed_at IS NULL
      AND ${clock.now()}::timestamptz - r.ended_at
          > greatest(${SILENT_DAYS}::int * interval '1 day', 3 * (r.ended_at - r.started_at))`
}

function tellOfMeter(tx: Tx, grant: Watching, kind: 'unusual' | 'stale', row: MeterRow): Promise<boolean> {
  const { subjectId, meterId, serial, day, percent } = row
  return raiseAlert(tx, grant, {
    subjectId,
    kind,
    matter: `${meterId} ${day}`,
    meterId,
    day,
    values: () => ({ serial, day, percent }),
  })
}
