import { type Grant, inScope } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** One audit event of a brand, as auditors read it: ids and codes, no personal data. */
export interface AuditEventView {
  readonly id: string
  readonly at: Date
  readonly name: string
  readonly permission: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly staffName: string | null
  readonly subject: string | null
  readonly target: string | null
  readonly supportSessionId: string | null
}

/** The audit events of one brand, newest first, by key; those of staff only, where asked. */
export async function listAuditEvents(
  grant: Grant<'audit:view'>,
  query: {
    readonly limit: number
    readonly before?: { readonly at: Date; readonly id: string }
    readonly staffOnly?: boolean
  },
): Promise<AuditEventView[]> {
  const { before, limit, staffOnly } = query
  return inScope(
    grant,
    (tx) => tx.$queryRaw<AuditEventView[]>`
      SELECT e.id, e.occurred_at AS at, e.name, e.permission, e.actor_kind AS "actorKind", e.actor_id AS "actorId",
             m.display_name AS "staffName", e.subject_id AS subject, e.target, e.support_session_id AS "supportSessionId"
      FROM audit_event AS e
      LEFT JOIN staff_member AS m ON e.actor_kind = 'staff' AND m.id::text = e.actor_id
      WHERE e.brand = ${grant.brand}
        ${staffOnly ? Prisma.sql`AND e.actor_kind = 'staff'` : Prisma.empty}
        ${before ? Prisma.sql`AND e.occurred_at <= ${before.at} AND (e.occurred_at < ${before.at} OR e.id < ${before.id}::uuid)` : Prisma.empty}
      ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${limit}`,
  )
}
