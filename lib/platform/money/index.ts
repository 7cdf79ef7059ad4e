/**
 * Amounts are whole minor units (bigint) with a currency; rates are decimals. Nothing here is ever a floating-point
 * number, and each amount is rounded once, half to even.
 */
export { allocate } from './allocate.ts'
export { currencyExponent } from './currency.ts'
export { fromDecimalText, toDecimalText } from './decimal-text.ts'
export { Exact, toMinor, toWhole } from './exact.ts'
export { formatMoney } from './format-money.ts'
export { lesserOf } from './lesser-of.ts'
export { type Priced, percentOf, priceOf } from './priced.ts'
