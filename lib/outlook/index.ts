/**
 * What use will cost: the next bill with how sure it is, what other tariffs would have cost, a budget of the person's own,
 * and what is told when use or readings are not as they should be.
 */
export { compareTariffs, type TariffComparison } from './compare-tariffs.ts'
export { type BillForecast, forecastBill } from './forecast-bill.ts'
export { readWatch, type UsageAlertView, type Watch } from './read-watch.ts'
export { setBudget } from './set-budget.ts'
export { watchUsage } from './watch-usage.ts'
