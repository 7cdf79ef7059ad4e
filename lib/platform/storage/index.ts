/**
 * Files that belong to people: exports and uploads. Encrypted at rest, written whole or not at all, read as streams and
 * in ranges. Keys are ids, never names that somebody chose.
 */
export { listFiles } from './list-files.ts'
export { openFile, type Range } from './open-file.ts'
export { putFile, type StoredFile } from './put-file.ts'
export { removeFile } from './remove-file.ts'
