/** The contract by which every domain declares what it holds about a person. */
export type { Bookkeeping } from './bookkeeping.ts'
export { codesFor } from './codes-for.ts'
export type {
  Correction,
  ErasureCount,
  FieldCodes,
  HeldBy,
  HeldCursor,
  HeldDevice,
  HeldQuery,
  HeldRow,
  HeldValue,
  Holding,
} from './holding.ts'
export { readInBatches } from './read-in-batches.ts'
