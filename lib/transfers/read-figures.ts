import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { figuresTaken } from './events.ts'

/** How many people charged how much in one month, with nothing that leads to one of them. */
export interface FigureRow {
  readonly month: string
  /** How often each of them charged: `1-4`. */
  readonly sessions: string
  /** How much each of them charged, in kWh: `50-99`. */
  readonly energyKwh: string
  /** Rounded down to a multiple of five. */
  readonly people: number
}

/** A row is of so many people at least; smaller groups are left out. */
const FEWEST = 10

/**
 * Charging figures of a brand without any sign of who they are of (WBP-21): no id, name, device or place, months for
 * times, bands for amounts, and no row of fewer than ten people. Such figures may leave the country where the brand lets
 * anything leave.
 * @throws Refusal `transfers.never_abroad`
 */
export async function readFigures(grant: Grant<'transfers:figures'>): Promise<FigureRow[]> {
  const { brand } = grant
  if (getManifest(brand).storage.transfersAbroad === 'never') throw new Refusal('transfers.never_abroad')
  return inScope(grant, async (tx) => {
    const rows = await tx.$queryRaw<FigureRow[]>`
      SELECT month, sessions, energy AS "energyKwh", (count(*)::int / 5) * 5 AS people
      FROM (
        SELECT to_char(date_trunc('month', started_at), 'YYYY-MM') AS month,
               (count(*) / 5) * 5 || '-' || (count(*) / 5) * 5 + 4 AS sessions,
               (sum(energy_wh) / 50000)::bigint * 50 || '-' || (sum(energy_wh) / 50000)::bigint * 50 + 49 AS energy
        FROM charging_session WHERE brand = ${brand} GROUP BY subject_id, date_trunc('month', started_at)
      ) AS of_each
      GROUP BY 1, 2, 3 HAVING count(*) >= ${FEWEST} ORDER BY 1, 2, 3`
    await audit.record(tx, grant, figuresTaken(rows.length))
    return rows
  })
}
