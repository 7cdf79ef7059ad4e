import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { lettersPosted } from './events.ts'
import type { DeliveryState } from './schema.ts'

/** A message that was not handed over in a day is tried no more. */
const HOURS_TRIED = 24

export type DeliveryCounts = Readonly<Record<DeliveryState | 'seen', number>>

/** How one person was told. */
export interface DeliveryView {
  readonly subject: string
  readonly ref: string
  readonly channel: 'mail' | 'sms' | 'none'
  readonly state: DeliveryState
  readonly at: Date
  readonly seenAt: Date | null
}

function stateSql(): Prisma.Sql {
  return Prisma.sql`CASE
    WHEN d.letter_at IS NOT NULL THEN 'letter'
    WHEN d.sent_at IS NOT NULL THEN 'sent'
    WHEN d.channel = 'none' THEN 'unreachable'
    WHEN d.told_at < ${clock.inMinutes(-60 * HOURS_TRIED)} THEN 'failed'
    ELSE 'waiting' END`
}

/** How many people of an announcement were reached in which way. */
export async function countDeliveries(tx: Tx, announcement: string): Promise<DeliveryCounts> {
  const rows = await tx.$queryRaw<{ state: DeliveryState; people: number; seen: number }[]>`
    SELECT ${stateSql()} AS state, count(*)::int AS people, count(d.seen_at)::int AS seen
    FROM announcement_delivery d WHERE d.announcement_id = ${announcement}::uuid GROUP BY 1`
  const of = (state: DeliveryState) => rows.find((row) => row.state === state)?.people ?? 0
  return {
    waiting: of('waiting'),
    sent: of('sent'),
    failed: of('failed'),
    letter: of('letter'),
    unreachable: of('unreachable'),
    seen: rows.reduce((sum, row) => sum + row.seen, 0),
  }
}

/** Each person's delivery, by key; only of those who were not reached, where asked. */
export function listDeliveries(
  tx: Tx,
  announcement: string,
  query: { readonly limit: number; readonly after?: string; readonly unreachedOnly?: boolean },
): Promise<DeliveryView[]> {
  const { limit, after, unreachedOnly } = query
  return tx.$queryRaw<DeliveryView[]>`
    SELECT d.subject_id AS subject, a.ref, d.channel, ${stateSql()} AS state,
           coalesce(d.letter_at, d.sent_at, d.told_at) AS at, d.seen_at AS "seenAt"
    FROM announcement_delivery d JOIN account a ON a.id = d.subject_id
    WHERE d.announcement_id = ${announcement}::uuid
      ${after ? Prisma.sql`AND d.subject_id > ${after}::uuid` : Prisma.empty}
      ${unreachedOnly ? Prisma.sql`AND ${stateSql()} IN ('unreachable', 'failed')` : Prisma.empty}
    ORDER BY d.subject_id LIMIT ${limit}`
}

/** Notes that letters were posted to everybody who was not reached; answers how many. */
export async function noteLetters(tx: Tx, grant: Grant, announcement: string): Promise<number> {
  const posted = await tx.$executeRaw`
    UPDATE announcement_delivery d SET letter_at = ${clock.now()}
    WHERE d.announcement_id = ${announcement}::uuid AND ${stateSql()} IN ('unreachable', 'failed')`
  if (posted > 0) await audit.record(tx, grant, lettersPosted(announcement, posted))
  return posted
}
