/** Where a person's data is kept, and what leaves the country: nothing, or only with a consent that is recorded. */

export { listTransfers, type MarkedTransfer } from './list-transfers.ts'
export { markTransfer } from './mark-transfer.ts'
export { type FigureRow, readFigures } from './read-figures.ts'
export { readStorage, type StorageView } from './read-storage.ts'
export { takeBackTransfer } from './take-back-transfer.ts'
