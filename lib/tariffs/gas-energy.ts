import { Exact, toWhole } from '#lib/platform/money/index.ts'

/** What turns metered gas into energy: megajoules in a cubic metre, and the factor that corrects to standard conditions. */
export interface GasConversion {
  readonly calorificMj: string
  readonly correction: string
}

/** Watt-hours of so many litres: a cubic metre times correction times calorific value, 3.6 MJ being one kWh. */
export function gasEnergy(litres: bigint, { calorificMj, correction }: GasConversion): bigint {
  return toWhole(new Exact(litres.toString()).times(correction).times(calorificMj).div('3.6'))
}
