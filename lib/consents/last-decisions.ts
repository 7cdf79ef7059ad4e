import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import type { Decision } from './schema.ts'

/** The decision in force for a purpose. */
export interface LastDecision {
  readonly purpose: string
  readonly decision: Decision
  readonly decidedAt: Date
  readonly noticeVersion: string
}

/** The newest decision of each purpose, or of one: the rows are append-only, and the newest is in force. */
export async function lastDecisions(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
  purpose?: string,
): Promise<LastDecision[]> {
  const one = purpose === undefined ? Prisma.empty : Prisma.sql`AND purpose = ${purpose}`
  return tx.$queryRaw<LastDecision[]>`
    SELECT DISTINCT ON (purpose) purpose, decision, decided_at AS "decidedAt", notice_version AS "noticeVersion"
    FROM consent_record
    WHERE brand = ${of.brand} AND subject_id = ${of.subject}::uuid ${one}
    ORDER BY purpose, decided_at DESC, id DESC`
}
