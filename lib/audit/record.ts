import type { Grant } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/** What happened, in the past tense (`device.revoked`); ids and codes only, never personal data. */
export interface AuditEvent {
  readonly name: `${string}.${string}`
  readonly target?: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
  /** The person it concerns, where the grant does not name one. */
  readonly subject?: string
}

/** Writes the audit row of a verb in the verb's own transaction: both happen or neither. */
export async function record(tx: Tx, grant: Grant, event: AuditEvent): Promise<void> {
  const { actor } = grant
  await tx.auditEvent.create({
    data: {
      brand: grant.brand,
      subjectId: event.subject ?? grant.subject,
      actorKind: actor.kind,
      actorId: 'id' in actor ? actor.id : null,
      supportSessionId: actor.kind === 'staff' ? (actor.support?.id ?? null) : null,
      permission: grant.permission,
      name: event.name,
      target: event.target ?? null,
      detail: { ...event.detail, ...(grant.approval ? { approval: grant.approval } : {}) },
      occurredAt: clock.now(),
    },
    select: { id: true },
  })
}
