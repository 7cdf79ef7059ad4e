import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'

/** One look or act of staff, as the person it concerned reads it. */
export interface AccessView {
  readonly id: string
  readonly at: Date
  /** The name of the audit event: `support.viewed`. */
  readonly what: string
  /** The permission under which it happened; for a look, the page. */
  readonly page: string
  readonly staffName: string | null
  readonly role: string | null
  /** What the member of staff gave as their reason, and how long they had; null outside of a support session. */
  readonly reason: string | null
  readonly endsAt: Date | null
  /** Of a look-up, its reason as a code. */
  readonly why: string | null
}

/** Who of the staff looked at this person's data or did something for them, newest first, by key (ECH-10). */
export async function listAccesses(
  grant: Grant<'access-ledger:view' | 'overview:view'>,
  query: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<AccessView[]> {
  const { before, limit } = query
  return inScope(
    grant,
    (tx) => tx.$queryRaw<AccessView[]>`
      SELECT e.id, e.occurred_at AS at, e.name AS what, e.permission AS page,
             m.display_name AS "staffName", m.role, s.reason, s.ends_at AS "endsAt", e.detail->>'why' AS why
      FROM audit_event AS e
      LEFT JOIN support_session AS s ON s.id = coalesce(
        e.support_session_id, CASE WHEN e.name IN ('support.started', 'support.ended') THEN e.target::uuid END)
      LEFT JOIN staff_member AS m ON m.id::text = e.actor_id
      WHERE e.brand = ${grant.brand} AND e.subject_id = ${subjectOf(grant)}::uuid AND e.actor_kind = 'staff'
        ${before ? Prisma.sql`AND e.occurred_at <= ${before.at} AND (e.occurred_at < ${before.at} OR e.id < ${before.id}::uuid)` : Prisma.empty}
      ORDER BY e.occurred_at DESC, e.id DESC LIMIT ${limit}`,
  )
}
