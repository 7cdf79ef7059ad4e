import { type Grant, inScope, permissionRow, type StaffRole } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import type { Operation } from './define-operation.ts'
import type { ApprovalState } from './schema.ts'
import { staffOf } from './staff-of.ts'

/** An approval as staff see it: ids, codes and names of colleagues. */
export interface ApprovalView {
  readonly id: string
  readonly at: Date
  readonly brand: string
  readonly kind: string
  readonly state: ApprovalState
  readonly summary: Readonly<Record<string, string | number>>
  readonly href: string | null
  /** Null once the person it was about was erased. */
  readonly reason: string | null
  readonly requestedBy: string
  readonly requestedRole: StaffRole
  readonly expiresAt: Date
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
  /** The refusal that the operation met, where it failed. */
  readonly outcome: string | null
  /** Whether the reader asked for it. */
  readonly own: boolean
  /** Whether the reader may approve or refuse it. */
  readonly decidable: boolean
  /** Who may. */
  readonly approvers: readonly StaffRole[]
}

type Row = Omit<ApprovalView, 'own' | 'decidable' | 'approvers'> & { readonly requesterId: string }

/** The approvals of all brands, by key: those that wait, the next to lapse first, or those that are over, newest first. */
export async function listApprovals(
  grant: Grant<'approvals:view'>,
  operations: readonly Operation[],
  query: {
    readonly part: 'waiting' | 'over'
    readonly limit: number
    readonly before?: { readonly at: Date; readonly id: string }
  },
): Promise<ApprovalView[]> {
  const { part, limit, before } = query
  const now = clock.now()
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<Row[]>`
      SELECT a.id, a.requested_at AS at, a.brand, a.kind, a.summary, a.href, a.reason, a.note, a.outcome,
             CASE WHEN a.state = 'requested' AND a.expires_at <= ${now} THEN 'expired' ELSE a.state END AS state,
             a.requested_by AS "requesterId", m.display_name AS "requestedBy", a.requested_role AS "requestedRole",
             a.expires_at AS "expiresAt", d.display_name AS "decidedBy", a.decided_at AS "decidedAt"
      FROM approval a
      JOIN staff_member m ON m.id = a.requested_by
      LEFT JOIN staff_member d ON d.id = a.decided_by
      WHERE ${
        part === 'waiting'
          ? Prisma.sql`a.state IN ('requested', 'approved') AND a.expires_at > ${now}`
          : Prisma.sql`(a.state NOT IN ('requested', 'approved') OR a.expires_at <= ${now})`
      }
        ${before ? following(part, before) : Prisma.empty}
      ORDER BY ${part === 'waiting' ? Prisma.sql`a.expires_at, a.id` : Prisma.sql`a.requested_at DESC, a.id DESC`}
      LIMIT ${limit}`,
  )
  const reader = staffOf(grant)
  return rows.map(({ requesterId, ...row }) => {
    const operation = operations.find(({ kind }) => kind === row.kind)
    const approvers = (operation && permissionRow(operation.permission).approval) ?? []
    const own = requesterId === reader.id
    const decidable = row.state === 'requested' && !own && approvers.includes(reader.role)
    return { ...row, own, decidable, approvers }
  })
}

function following(part: 'waiting' | 'over', { at, id }: { readonly at: Date; readonly id: string }): Prisma.Sql {
  return part === 'waiting'
    ? Prisma.sql`AND (a.expires_at, a.id) > (${at}, ${id}::uuid)`
    : Prisma.sql`AND (a.requested_at, a.id) < (${at}, ${id}::uuid)`
}
