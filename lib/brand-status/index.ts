/** Whether a brand still takes in data and people: it stops at once when it is wound down (ECH-09). */
export { findEnd, isEnding, refuseIfEnding } from './ending.ts'
