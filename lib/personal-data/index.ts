/** The contract by which every domain declares what it holds about a person. */
export type { Correction, ErasureCount, HeldBy, HeldCursor, HeldQuery, HeldRow, HeldValue, Holding } from './holding.ts'
export { readInBatches } from './read-in-batches.ts'
