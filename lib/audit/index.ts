/** The record of who did what for whom, written in the transaction that did it and never changed after. */
import { record } from './record.ts'

export { type AccessView, listAccesses } from './list-accesses.ts'
export { type AuditEventView, listAuditEvents } from './list-audit-events.ts'
export type { AuditEvent } from './record.ts'
export const audit = { record }
