/**
 * Copies of everything that is held about a person, for the person: asked for, made by a job while they wait or do
 * something else, downloaded by nobody else, and gone after a week.
 */
export { buildExport } from './build-export.ts'
export { jsonRow } from './category-files.ts'
export { expireExports } from './expire-exports.ts'
export { listExports } from './list-exports.ts'
export { type OpenedExport, openExport } from './open-export.ts'
export { requestExport } from './request-export.ts'
export { type ArchiveEntry, zipOf } from './write-archive.ts'
