/** Dates without a time, written `2026-11-22`: periods of bills, due dates, days of use. */
export { addDays } from './add-days.ts'
export { isZone } from './is-zone.ts'
export { localDay, monthStart } from './local-day.ts'
export { type LocalTime, localTime } from './local-time.ts'
export { momentOf } from './moment-of.ts'
export { type QuietTimes, quietMinutes } from './quiet-minutes.ts'
export { startOfDay } from './start-of-day.ts'
