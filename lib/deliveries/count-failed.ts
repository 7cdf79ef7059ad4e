import { type Grant, inScope } from '#lib/access/index.ts'

/** How many deliveries were given up, by brand; a brand without any is not in it. */
export async function countFailed(grant: Grant<'deliveries:count'>): Promise<ReadonlyMap<string, number>> {
  const rows = await inScope(grant, (tx) =>
    tx.consentDelivery.groupBy({ by: ['brand'], where: { state: 'failed' }, _count: { _all: true } }),
  )
  return new Map(rows.map(({ brand, _count }) => [brand, _count._all]))
}
