import type { Manifest } from '#lib/brands/index.ts'
import { localDay, momentOf } from '#lib/platform/calendar/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { type PlainSession, type SessionCharges, tariffOfSessions, writeSession } from '#lib/tariffs/index.ts'

/** Where the cost of a session comes from, as its remark tells it: `usage.cdr.<basis>`. */
export type CostBasis = 'billed' | 'unbilled' | 'told' | 'none'

interface ToldCost {
  readonly costMinor: bigint | null
  readonly currency: string | null
}

/**
 * A bill prices by the tariff; before there is one, what the sender told is what is known, and then the tariff. A session
 * that has no price of its own costs 0, and its remark says what that means.
 */
export function chargesOfSession(
  session: PlainSession & ToldCost,
  { manifest, billed }: { readonly manifest: Manifest; readonly billed: boolean },
): { readonly charges: SessionCharges; readonly basis: CostBasis } {
  const { costMinor, currency } = session
  const told = costMinor === null || !currency ? null : { currency, cost: toDecimalText(costMinor, currency) }
  const charges = billed || !told ? chargesByTariff(session, manifest) : null
  if (charges) return { charges, basis: billed ? 'billed' : 'unbilled' }
  if (told) return { charges: writeSession(session, told), basis: 'told' }
  const [main = 'EUR'] = manifest.currencies
  return { charges: writeSession(session, { currency: currency ?? main, cost: '0' }), basis: 'none' }
}

/** What the brand's tariff makes of a session; null where it prices none by itself. */
export function chargesByTariff(session: PlainSession, manifest: Manifest): SessionCharges | null {
  const { ocpi: party, zone } = manifest
  const day = localDay(session.startedAt, zone)
  const version = tariffOn(manifest, day)
  const tariff = version && tariffOfSessions(version, day)
  if (!tariff || !party) return null
  return writeSession(session, { tariff, since: momentOf(version.validFrom, zone), zone, party })
}

/** The version of the brand's charging tariff that holds on a day; null where none does, or several at once. */
function tariffOn({ tariffs }: Manifest, day: string): Manifest['tariffs'][number] | null {
  const held = tariffs.filter((one) => one.utility === 'charging' && !one.optional && one.validFrom <= day)
  if (new Set(held.map(({ key }) => key)).size !== 1) return null
  return held.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null
}
