import { type HeldBy, type HeldQuery, type HeldRow, type Holding, readInBatches } from '#lib/personal-data/index.ts'
import { Prisma, type Tx } from '#lib/platform/database/index.ts'
import { unsealText } from './sealed-text.ts'

/** What the person asked for in the exercise of their rights, and what was answered. */
export const requestsHeld: Holding = {
  shape: 'request',
  models: ['RightsRequest', 'RequestEntry', 'RequestEvidence'],
  summary: ({ brand, subject }) => Prisma.sql`
    SELECT 'request' AS shape, NULL AS category, count(*) AS rows, max(opened_at) AS newest
    FROM rights_request WHERE brand = ${brand} AND subject_id = ${subject}::uuid`,
  list: (tx, of, query) => page(tx, of, query),
  all: (tx, of) => readInBatches((query) => page(tx, of, query)),
  async files(tx, of, { id, olderThan }) {
    if (id) return []
    const rows = await tx.requestEvidence.findMany({
      where: { brand: of.brand, subjectId: of.subject, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) },
      select: { storageKey: true },
    })
    return rows.map(({ storageKey }) => storageKey)
  },
  // The words go at once; that there was a request, and when it was answered, is the proof that the law asks for.
  async erase(tx, of, { end, olderThan }) {
    const own = { brand: of.brand, subjectId: of.subject }
    const where = { ...own, ...(olderThan ? { openedAt: { lt: olderThan } } : {}) }
    const ids = olderThan
      ? (await tx.rightsRequest.findMany({ where, select: { id: true } })).map(({ id }) => id)
      : null
    const entries = { ...own, ...(ids ? { requestId: { in: ids } } : {}) }
    await tx.requestEvidence.deleteMany({
      where: { ...own, ...(olderThan ? { createdAt: { lt: olderThan } } : {}) },
    })
    if (olderThan && end === 'erase') {
      await tx.requestEntry.deleteMany({ where: entries })
      const { count } = await tx.rightsRequest.deleteMany({ where })
      return { erased: count, anonymised: 0, kept: 0 }
    }
    await tx.requestEntry.updateMany({ where: { ...entries, sealed: { not: null } }, data: { sealed: null } })
    const empty = Buffer.alloc(0)
    const { count } = await tx.rightsRequest.updateMany({
      where: { ...where, NOT: { sealedText: empty } },
      data: {
        sealedText: empty,
        sealedValue: null,
        sealedContact: null,
        contactIndex: null,
        locale: null,
        secretHash: null,
        agentName: null,
        agentRequestRef: null,
        agentCallback: null,
      },
    })
    return { erased: 0, anonymised: count, kept: 0 }
  },
}

async function page(tx: Tx, of: HeldBy, query: HeldQuery): Promise<HeldRow[]> {
  const { before, from, to } = query
  const rows = await tx.rightsRequest.findMany({
    where: {
      brand: of.brand,
      subjectId: of.subject,
      ...(before
        ? { openedAt: { lte: before.at }, OR: [{ openedAt: { lt: before.at } }, { id: { lt: before.id } }] }
        : {}),
      AND: [{ openedAt: { ...(from ? { gte: from } : {}), ...(to ? { lt: to } : {}) } }],
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    take: query.limit,
  })
  const entries = await tx.requestEntry.findMany({
    where: { requestId: { in: rows.map(({ id }) => id) }, sealed: { not: null } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.openedAt,
    values: {
      number: row.number,
      kind: row.kind,
      state: row.state,
      message: unsealText('rights_request', row.id, row.sealedText),
      wanted: unsealText('rights_request value', row.id, row.sealedValue),
      correspondence: inLines(entries.filter(({ requestId }) => requestId === row.id)),
      received_at: row.openedAt,
      answered_at: row.closedAt,
    },
  }))
}

interface Entry {
  readonly id: string
  readonly at: Date
  readonly author: string
  readonly kind: string
  readonly sealed: Uint8Array | null
}

/** Who wrote what and when, on both sides, the oldest first; null where nothing was written or it was erased. */
function inLines(entries: readonly Entry[]): string | null {
  const lines = entries.map(
    ({ id, at, author, kind, sealed }) =>
      `${at.toISOString()} ${author} ${kind}: ${unsealText('request_entry', id, sealed) ?? ''}`,
  )
  return lines.length > 0 ? lines.join('\n') : null
}
