/**
 * What use costs: tariffs of utilities and OCPI tariffs of charging, as pure calculation. Nothing here knows a database,
 * a brand or a person; amounts are minor units, rates decimals, and each line of a result is rounded once, half to even.
 */
export type { PlainSession } from './cdr-of-session.ts'
export { type GasConversion, gasEnergy } from './gas-energy.ts'
export type { CdrObject } from './ocpi/cdr-object.ts'
export type { OcpiTotals } from './ocpi/ocpi-totals.ts'
export { priceOcpi } from './ocpi/price-ocpi.ts'
export type { OcpiParty } from './ocpi/write-tariff.ts'
export { priceSession, priceSessions } from './price-sessions.ts'
export { type PriceSlice, priceSlices } from './price-slices.ts'
export { type MeteredUse, priceUse, type SliceUse } from './price-use.ts'
export { quantityByPeriod, type UseAt } from './quantity-by-period.ts'
export { type LineKind, type TariffLine, vatByTotal } from './tariff-line.ts'
export { pricedBySession, tariffOfSessions } from './tariff-of-sessions.ts'
export { type SessionCharges, writeSession } from './write-session.ts'
