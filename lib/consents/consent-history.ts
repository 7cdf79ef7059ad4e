import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { type Decision, WAYS, type Way } from './schema.ts'

/** One decision as it was recorded. */
export interface ConsentHistoryEntry {
  readonly id: string
  readonly purpose: string
  readonly decision: Decision
  readonly decidedAt: Date
  readonly noticeVersion: string
  readonly locale: string
  /** Which of the ways it was made by (WBP-17). */
  readonly way: Way
  /** The very words that stood beside the control; null where only their digest was kept. */
  readonly text: string | null
}

/** The last row of the page before. */
export interface HistoryCursor {
  readonly at: Date
  readonly id: string
}

/** Everything that was ever decided, newest first, by key. */
export async function consentHistory(
  grant: Grant<'consents:view'>,
  query: { readonly limit: number; readonly before?: HistoryCursor },
): Promise<ConsentHistoryEntry[]> {
  const { before, limit } = query
  return inScope(grant, async (tx) => {
    const rows = await tx.consentRecord.findMany({
      where: {
        brand: grant.brand,
        subjectId: subjectOf(grant),
        ...(before
          ? { decidedAt: { lte: before.at }, OR: [{ decidedAt: { lt: before.at } }, { id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    })
    const texts = await tx.noticeText.findMany({ where: { hash: { in: rows.map((row) => row.textHash) } } })
    const textOf = new Map(texts.map((entry) => [hex(entry.hash), entry.text]))
    return rows.map((row) => ({
      id: row.id,
      purpose: row.purpose,
      decision: asDecision(row.decision),
      decidedAt: row.decidedAt,
      noticeVersion: row.noticeVersion,
      locale: row.locale,
      way: asWay(row.way),
      text: textOf.get(hex(row.textHash)) ?? null,
    }))
  })
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

// The database checks the same words.
function asWay(value: string): Way {
  return WAYS.find((way) => way === value) ?? 'settings'
}

// The database checks the same three words.
function asDecision(value: string): Decision {
  return value === 'granted' || value === 'refused' ? value : 'withdrawn'
}
