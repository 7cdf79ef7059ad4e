import type { AuditEvent } from '#lib/audit/index.ts'

type What = { readonly id: string; readonly kind: string; readonly subjectId: string | null }

const event =
  (name: AuditEvent['name']) =>
  ({ id, kind }: What): AuditEvent => ({ name, target: id, detail: { kind } })

/** The person whose data it touches reads who asked and who decided; what was then done stands there by itself. */
const inSight =
  (name: AuditEvent['name']) =>
  (what: What): AuditEvent => ({ ...event(name)(what), ...(what.subjectId ? { subject: what.subjectId } : {}) })

export const approvalRequested = inSight('approval.requested')
export const approvalGiven = inSight('approval.given')
export const approvalRefused = inSight('approval.refused')
export const approvalWithdrawn = event('approval.withdrawn')
export const approvalExpired = event('approval.expired')
export const operationDone = event('approval.carried_out')
export const operationFailed = (what: What, code: string): AuditEvent => ({
  ...event('approval.failed')(what),
  detail: { kind: what.kind, code },
})
