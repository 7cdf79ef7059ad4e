import { Refusal } from '#lib/platform/refusal.ts'
import type { PeriodState } from './charging-periods.ts'
import type { OcpiCdr, OcpiTariff } from './schema.ts'

/**
 * Which tariff a period has: the one it names; else, where no period names one, the one in force when the session began.
 * A driver keeps the tariff that was accepted at the start. One for ordinary use comes before one for paying at the spot
 * or for a charging preference.
 * @throws Refusal `tariffs.no_tariff`
 */
export function selectTariff(
  tariffs: readonly OcpiTariff[],
  cdr: OcpiCdr,
): (period: Pick<PeriodState, 'tariffId'>) => OcpiTariff | null {
  const inForce = tariffs.filter((tariff) => isInForce(tariff, cdr.start_date_time))
  // A single tariff that is handed over is meant, whatever its dates say.
  const usable = tariffs.length === 1 ? tariffs : inForce
  const ordinary = usable.find(({ type }) => type === undefined || type === 'REGULAR') ?? usable[0]
  const named = (id: string | null) => (id === null ? undefined : (findBy(inForce, id) ?? findBy(tariffs, id)))
  const anyNamed = cdr.charging_periods.some(({ tariff_id }) => named(tariff_id ?? null))
  if (!ordinary && !anyNamed) throw new Refusal('tariffs.no_tariff')
  return ({ tariffId }) => named(tariffId) ?? (anyNamed ? null : (ordinary ?? null))
}

// CiString: upper and lower case are the same.
function findBy(tariffs: readonly OcpiTariff[], wanted: string): OcpiTariff | undefined {
  return tariffs.find(({ id }) => id.toLowerCase() === wanted.toLowerCase())
}

function isInForce({ start_date_time: from, end_date_time: until }: OcpiTariff, at: Date): boolean {
  return (!from || from <= at) && (!until || at < until)
}
