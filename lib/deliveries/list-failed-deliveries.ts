import { type Grant, inScope } from '#lib/access/index.ts'

/** What reached nobody, without whose decision it was. */
export interface FailedDelivery {
  readonly id: string
  readonly recipient: string
  readonly purpose: string
  readonly decision: string
  readonly decidedAt: Date
  readonly attempts: number
  /** A status of HTTP, or a word for why there was none. */
  readonly lastAnswer: string | null
  readonly at: Date
}

/** The dead letters of a brand, the one that was given up last first. */
export async function listFailedDeliveries(
  grant: Grant<'deliveries:review'>,
  { limit, before }: { readonly limit: number; readonly before?: { readonly at: Date; readonly id: string } },
): Promise<FailedDelivery[]> {
  const rows = await inScope(grant, (tx) =>
    tx.consentDelivery.findMany({
      where: {
        brand: grant.brand,
        state: 'failed',
        ...(before
          ? { lastAttemptAt: { lte: before.at }, OR: [{ lastAttemptAt: { lt: before.at } }, { id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ lastAttemptAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: {
        id: true,
        recipient: true,
        purpose: true,
        decision: true,
        decidedAt: true,
        attempts: true,
        lastAnswer: true,
        lastAttemptAt: true,
      },
    }),
  )
  return rows.map(({ lastAttemptAt, ...row }) => ({ ...row, at: lastAttemptAt ?? row.decidedAt }))
}
