import type { AuditEvent } from '#lib/audit/index.ts'
import type { BillState } from './schema.ts'

export const billIssued = (target: string, number: string): AuditEvent => ({
  name: 'bill.issued',
  target,
  detail: { number },
})
export const billDrafted = (target: string): AuditEvent => ({ name: 'bill.drafted', target })
export const billDiscarded = (target: string): AuditEvent => ({ name: 'bill.discarded', target })
/** `bill.paid`, `bill.overdue` and so on. */
export const billMoved = (target: string, state: BillState): AuditEvent => ({ name: `bill.${state}`, target })
export const billCancelled = (target: string, detail: { reason: string; creditNote: string }): AuditEvent => ({
  name: 'bill.cancelled',
  target,
  detail,
})
export const billReplaced = (target: string, by: string): AuditEvent => ({
  name: 'bill.replaced',
  target,
  detail: { by },
})
export const billDownloaded = (target: string, document: string): AuditEvent => ({
  name: 'bill.downloaded',
  target,
  detail: { document },
})
/** Of no target: it is everything the person charged. */
export const chargingCdrsDownloaded = (): AuditEvent => ({ name: 'charging_sessions.downloaded' })
export const billExtended = (target: string, until: string): AuditEvent => ({
  name: 'bill.extended',
  target,
  detail: { until },
})
export const billArranged = (target: string, instalments: number): AuditEvent => ({
  name: 'bill.arranged',
  target,
  detail: { instalments: String(instalments) },
})
/** `arrangement.kept`, `arrangement.broken` or `arrangement.ended`. */
export const arrangementMoved = (target: string, state: string): AuditEvent => ({
  name: `arrangement.${state}`,
  target,
})
/** A link to the bill was made for a mail. */
export const payLinkMade = (target: string): AuditEvent => ({ name: 'pay_link.made', target })
/** Its person ended every link to the bill. */
export const payLinksRevoked = (target: string): AuditEvent => ({ name: 'pay_link.revoked', target })
