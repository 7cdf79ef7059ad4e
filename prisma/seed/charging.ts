import { getManifest } from '#lib/brands/index.ts'
import { priceOf, toDecimalText, toMinor } from '#lib/platform/money/index.ts'
import { priceSession } from '#lib/tariffs/index.ts'
import type { DemoRecord } from './demo-person.ts'
import type { Story } from './story.ts'

export interface Charging {
  readonly brand: string
  readonly days: number
  /** Sessions in a hundred days. */
  readonly often: number
  /** The charger at home, with the watts it gives. */
  readonly home: { readonly serial: string; readonly station: string; readonly watts: number }
  readonly publicStations: readonly [string, ...string[]]
}

/** Charging sessions as chargers report them: mostly at home overnight, more energy in winter. */
export function chargingSessions(story: Story, charging: Charging): DemoRecord[] {
  const random = story.random('charging')
  return Array.from({ length: charging.days - 1 }, (_, back) => charging.days - back).flatMap((days) => {
    if (!random.chance(charging.often / 100)) return []
    const atHome = random.chance(0.72)
    const startedAt = story.ago(days, atHome ? random.between(170, 210) / 10 : random.between(60, 150) / 10)
    const winter = [11, 0, 1].includes(startedAt.getUTCMonth()) ? 1.25 : 1
    const energyWh = Math.round(random.between(6_200, 38_400) * winter)
    const watts = atHome ? charging.home.watts : random.between(22_000, 75_000)
    const endedAt = new Date(startedAt.getTime() + Math.round((energyWh / watts) * 3_600) * 1_000)
    return [
      {
        category: 'charging_sessions',
        at: startedAt,
        ...(atHome ? { device: charging.home.serial } : {}),
        fields: {
          started_at: startedAt.toISOString(),
          ended_at: endedAt.toISOString(),
          energy_wh: energyWh,
          ...costOf(charging.brand, { startedAt, endedAt, energyWh }),
          station: atHome ? charging.home.station : random.pick(charging.publicStations),
        },
      },
    ]
  })
}

/** What it costs by the brand's own tariff of that day, before tax. */
function costOf(
  brand: string,
  session: { startedAt: Date; endedAt: Date; energyWh: number },
): { cost?: string; currency?: string } {
  const { tariffs, zone } = getManifest(brand)
  const day = session.startedAt.toISOString().slice(0, 10)
  const tariff = tariffs
    .filter(({ utility, validFrom }) => utility === 'charging' && validFrom <= day)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0]
  if (!tariff) return {}
  const { price, currency } = tariff
  const energyWh = BigInt(session.energyWh)
  if (price.kind === 'flat')
    return {
      cost: toDecimalText(priceOf({ rate: price.rate, quantity: energyWh, per: 1_000, currency }), currency),
      currency,
    }
  if (price.kind !== 'ocpi') return {}
  const { total } = priceSession(price.tariff, { ...session, energyWh }, zone)
  return { cost: toDecimalText(toMinor(total.exclVat, currency), currency), currency }
}
