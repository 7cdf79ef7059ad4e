import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import type { BulkExportState } from './schema.ts'

export interface BulkExportView {
  readonly id: string
  readonly content: string
  readonly purpose: string
  readonly state: BulkExportState
  readonly people: number | null
  readonly rows: number | null
  readonly at: Date
  readonly orderedBy: string
  readonly expiresAt: Date | null
  /** Whether the reader ordered it, and so may download it. */
  readonly own: boolean
}

/** The exports of everybody of one brand, newest first, by key. */
export async function listBulkExports(
  grant: Grant<'bulk-exports:view'>,
  { limit, before }: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<BulkExportView[]> {
  const rows = await inScope(
    grant,
    (tx) => tx.$queryRaw<(Omit<BulkExportView, 'own'> & { staffId: string })[]>`
      SELECT b.id, b.content, b.purpose, b.people, b.rows, b.ordered_at AS at, b.expires_at AS "expiresAt",
             CASE WHEN b.state = 'ready' AND b.expires_at <= ${clock.now()} THEN 'expired' ELSE b.state END AS state,
             m.display_name AS "orderedBy", b.ordered_by AS "staffId"
      FROM bulk_export b JOIN staff_member m ON m.id = b.ordered_by
      WHERE b.brand = ${grant.brand}
        ${before ? Prisma.sql`AND (b.ordered_at, b.id) < (${before.at}, ${before.id}::uuid)` : Prisma.empty}
      ORDER BY b.ordered_at DESC, b.id DESC LIMIT ${limit}`,
  )
  const reader = 'id' in grant.actor ? grant.actor.id : null
  return rows.map(({ staffId, ...row }) => ({ ...row, own: staffId === reader }))
}
