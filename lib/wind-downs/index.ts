/**
 * Winding a brand down (ECH-09): with two people, intake and sign-up close at once, everybody is told, and the erasure of
 * every account is scheduled and followed to its end.
 */
export { readWindDown, type WindDownView } from './read-wind-down.ts'
export { scheduleWindDown } from './schedule-wind-down.ts'
export { startWindDownOperation } from './start-wind-down.ts'
