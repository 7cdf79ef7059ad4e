import { pricedBySession } from '#lib/tariffs/index.ts'
import type { Manifest } from './manifest-schema.ts'
import type { Fault } from './rule-faults.ts'

/** Where a tariff cannot be billed by what it says, in the brand's currencies or in the words of OCPI. */
export function tariffFaults({ tariffs, currencies }: Manifest): Fault[] {
  return tariffs.flatMap((tariff, at) =>
    [...faultsOf(tariff, currencies)].map(({ path, reason }) => ({ path: `tariffs.${at}${path}`, reason })),
  )
}

function* faultsOf(tariff: TariffOf, currencies: Manifest['currencies']): Generator<Fault> {
  const { price, utility, currency, seasons } = tariff
  if (!currencies.includes(currency)) yield { path: '.currency', reason: 'is not one of the brand’s currencies' }
  if (utility === 'charging' && isBySession(tariff)) {
    if (!isOfSessions(tariff))
      yield { path: '', reason: 'of sessions priced one by one nothing is taken or added on a bill' }
    else if (pricedBySession(tariff).price.kind !== 'ocpi')
      yield { path: '.price', reason: 'OCPI has no words for these times of use' }
  }
  if (price.kind !== 'ocpi') return
  if (utility !== 'charging' || seasons.length > 0)
    yield { path: '.price', reason: 'OCPI prices charging sessions, all year round' }
  if (price.tariff.currency !== currency)
    yield { path: '.price.tariff.currency', reason: 'is not the currency of the tariff' }
}

type TariffOf = Manifest['tariffs'][number]

function isBySession({ price, seasons }: TariffOf): boolean {
  return [price, ...seasons.map((season) => season.price)].some(({ kind }) => kind === 'ocpi' || kind === 'time_of_use')
}

/** Neither a minimum nor a discount looks at what sessions cost, and a season changes no price of theirs. */
function isOfSessions({ minimumPerDay, discounts, seasons }: TariffOf): boolean {
  return minimumPerDay === undefined && !discounts.some(({ on }) => on.includes('use')) && seasons.length === 0
}
