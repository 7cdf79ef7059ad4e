/**
 * Data of all people of a brand, taken out of the portal: ordered by one member of staff, approved by another, made by a
 * job, downloaded by who ordered it and gone after a day (ENB-09).
 */
export { buildBulkExport } from './build-bulk-export.ts'
export { expireBulkExports } from './expire-bulk-exports.ts'
export { type BulkExportView, listBulkExports } from './list-bulk-exports.ts'
export { openBulkExport } from './open-bulk-export.ts'
export { createBulkExport, orderBulkExportOperation } from './order-bulk-export.ts'
