/**
 * Postgres through Prisma: one pool a role, transactions only through lib/access. Nothing here knows a table.
 */
export { beginWith } from './begin-with.ts'
export { closeDatabase, type DatabaseRole, database, Prisma, type Tx } from './client.ts'
export { isDuplicate } from './is-duplicate.ts'
export { retryConflict } from './retry-conflict.ts'
