/**
 * What is held about a person, over all domains: how much, which rows, and what the person may delete. It knows no
 * table; the domains' holdings do.
 */
export { consentedPurposes } from './consented-purposes.ts'
export { contestRecord } from './contest-record.ts'
export { correctRecord, readCorrectable } from './correct-record.ts'
export { countHeld } from './count-held.ts'
export { deleteCategory } from './delete-category.ts'
export { deleteRange } from './delete-range.ts'
export { deleteRecord } from './delete-record.ts'
export { HOLDINGS, heldCategories, holdingOf } from './holdings.ts'
export { keptUntil } from './kept-until.ts'
export { type CategorySummary, getCategory, listCategories } from './list-categories.ts'
export { listRecords, type RecordsPage } from './list-records.ts'
export type { ReadRecords } from './read-rows.ts'
export { revealRecord } from './reveal-record.ts'
