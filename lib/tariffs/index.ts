/**
 * What use costs: tariffs of utilities and OCPI tariffs of charging, as pure calculation. Nothing here knows a database,
 * a brand or a person; amounts are minor units, rates decimals, and each line of a result is rounded once, half to even.
 */
export { type OcpiTotals, priceOcpi } from './ocpi/price-ocpi.ts'
