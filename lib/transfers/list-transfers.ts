import { type Grant, inScope } from '#lib/access/index.ts'
import type { Prisma } from '#lib/platform/database/index.ts'

/** That somebody's data was marked for transfer, as staff see it. */
export interface MarkedTransfer {
  readonly id: string
  /** When it was marked. */
  readonly at: Date
  /** The reference of the account. */
  readonly ref: string
  readonly country: string
  readonly reason: string
  /** The member of staff who marked it; null where nobody is known. */
  readonly markedBy: string | null
  readonly takenBackAt: Date | null
  readonly takenBackBy: string | null
}

interface Page {
  readonly limit: number
  /** The last row of the page before. */
  readonly before?: { readonly at: Date; readonly id: string }
}

/** What was marked for transfer in a brand, the last one first, by key. */
export async function listTransfers(
  grant: Grant<'transfers:mark'>,
  { limit, before }: Page,
): Promise<MarkedTransfer[]> {
  const { brand } = grant
  const after: Prisma.DataTransferWhereInput = before
    ? { OR: [{ markedAt: { lt: before.at } }, { markedAt: before.at, id: { lt: before.id } }] }
    : {}
  return inScope(grant, async (tx) => {
    const rows = await tx.dataTransfer.findMany({
      where: { brand, ...after },
      orderBy: [{ markedAt: 'desc' }, { id: 'desc' }],
      take: limit,
    })
    if (rows.length === 0) return []
    const accounts = await tx.account.findMany({
      where: { brand, id: { in: rows.map(({ subjectId }) => subjectId) } },
      select: { id: true, ref: true },
    })
    const staff = await tx.staffMember.findMany({
      where: {
        id: { in: rows.flatMap(({ markedBy, takenBackBy }) => [markedBy, takenBackBy]).filter((id) => id !== null) },
      },
      select: { id: true, displayName: true },
    })
    const refs = new Map(accounts.map(({ id, ref }) => [id, ref]))
    const names = new Map<string | null, string>(staff.map(({ id, displayName }) => [id, displayName]))
    return rows.map(({ id, subjectId, country, reason, markedAt, markedBy, takenBackAt, takenBackBy }) => ({
      id,
      at: markedAt,
      ref: refs.get(subjectId) ?? '',
      country,
      reason,
      markedBy: names.get(markedBy) ?? null,
      takenBackAt,
      takenBackBy: names.get(takenBackBy) ?? null,
    }))
  })
}
