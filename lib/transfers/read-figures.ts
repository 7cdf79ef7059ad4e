import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { figuresTaken } from './events.ts'

/** What one person charged in one month, with nothing that leads to them. */
export interface FigureRow {
  /** A number drawn anew for each export: it does not join two exports, and nothing keeps whose it was. */
  readonly person: number
  readonly month: string
  readonly sessions: number
  /** Rounded to 5 kWh. */
  readonly energyKwh: number
}

/**
 * Charging figures of a brand without any sign of who they are of (WBP-21): no id, name, device or place, months for
 * times and rounded amounts. Such figures may leave the country where the brand lets anything leave.
 * @throws Refusal `transfers.never_abroad`
 */
export async function readFigures(grant: Grant<'transfers:figures'>): Promise<FigureRow[]> {
  const { brand } = grant
  if (getManifest(brand).storage.transfersAbroad === 'never') throw new Refusal('transfers.never_abroad')
  return inScope(grant, async (tx) => {
    const rows = await tx.$queryRaw<FigureRow[]>`
      WITH people AS (
        SELECT subject_id, (row_number() OVER (ORDER BY random()))::int AS person
        FROM (SELECT DISTINCT subject_id FROM charging_session WHERE brand = ${brand}) AS d
      )
      SELECT p.person, to_char(date_trunc('month', c.started_at), 'YYYY-MM') AS month, count(*)::int AS sessions,
             (round(sum(c.energy_wh) / 5000.0) * 5)::int AS "energyKwh"
      FROM charging_session c JOIN people p USING (subject_id)
      WHERE c.brand = ${brand}
      GROUP BY 1, 2 ORDER BY 1, 2`
    await audit.record(tx, grant, figuresTaken(rows.length))
    return rows
  })
}
