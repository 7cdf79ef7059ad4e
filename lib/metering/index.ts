/**
 * Meters, what they measured, and charging sessions: stored once however often they are sent, summed by day in the
 * zone of the supply point, and shown month by month. Quantities are whole watt-hours, litres or events.
 */
export { chargingSessionsAfter, type StoredSession } from './charging-sessions-after.ts'
export { canEstimate, estimateGaps } from './estimate-gaps.ts'
export { findGaps } from './find-gaps.ts'
export { findMeters, type KnownMeter } from './find-meters.ts'
export { energyUsageFeed } from './green-button/energy-usage-feed.ts'
export { openEnergyUsage } from './green-button/open-energy-usage.ts'
export { type ChargingSessionPage, listChargingSessions } from './list-charging-sessions.ts'
export { listMeters, type MeterView } from './list-meters.ts'
export type { MeterRef, StoreOutcome } from './meter.ts'
export { chargingSessionsHeld, readingsHeld } from './personal-data.ts'
export { registerDifference } from './register-difference.ts'
export { registerMeter } from './register-meter.ts'
export { type ChargingSessionRow, storeChargingSessions } from './store-charging-sessions.ts'
export { type ReadingRow, storeReadings, storeReadingsOfMeters } from './store-readings.ts'
export { type RegisterState, storeRegisterStates } from './store-register-states.ts'
export { usageBetween } from './usage-between.ts'
export { usageByDay } from './usage-by-day.ts'
export { usageByHour } from './usage-by-hour.ts'
export { usageByMonth } from './usage-by-month.ts'
export type { UsagePoint, UsageSeries } from './usage-series.ts'
