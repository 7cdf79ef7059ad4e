import { Exact } from '#lib/platform/money/index.ts'
import type { Charge } from './charges.ts'
import type { OcpiTariff } from './schema.ts'

/** Major units of money, exact. */
export interface Cost {
  readonly exclVat: Exact
  readonly inclVat: Exact
}

export const NOTHING: Cost = { exclVat: new Exact(0), inclVat: new Exact(0) }

export function plus(a: Cost, b: Cost): Cost {
  return { exclVat: a.exclVat.plus(b.exclVat), inclVat: a.inclVat.plus(b.inclVat) }
}

/** Where no VAT is given none applies. */
export function costOf({ component, billed, tariff }: Pick<Charge, 'component' | 'billed' | 'tariff'>): Cost {
  const amount = billed.times(component.price)
  const withVat = tariff.tax_included === 'N/A' ? new Exact(1) : new Exact(component.vat ?? 0).div(100).plus(1)
  return tariff.tax_included === 'YES'
    ? { exclVat: amount.div(withVat), inclVat: amount }
    : { exclVat: amount, inclVat: amount.times(withVat) }
}

/**
 * A session's cost by the tariff's minimum and maximum, each with and without VAT by itself (Tariffs, notes on
 * min_price and max_price). A limit that is given without VAT alone moves both, in the proportion that the cost had.
 */
export function withinLimits(cost: Cost, { min_price: least, max_price: most }: OcpiTariff): Cost {
  const raised = least ? bounded(cost, least, (a, b) => (a.lt(b) ? new Exact(b) : a)) : cost
  return most ? bounded(raised, most, (a, b) => (a.gt(b) ? new Exact(b) : a)) : raised
}

type Limit = NonNullable<OcpiTariff['min_price']>

function bounded(cost: Cost, limit: Limit, pick: (a: Exact, b: string) => Exact): Cost {
  const exclVat = pick(cost.exclVat, limit.exclVat)
  if (limit.inclVat !== null) return { exclVat, inclVat: pick(cost.inclVat, limit.inclVat) }
  const share = cost.exclVat.isZero() ? new Exact(1) : cost.inclVat.div(cost.exclVat)
  return { exclVat, inclVat: exclVat.times(share) }
}
