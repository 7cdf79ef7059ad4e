import type { BillShare } from '#lib/billing/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/** Writes how much of a payment is meant for which bill, in the order in which they are paid. */
export async function writeShares(
  tx: Tx,
  { id, brand, subjectId }: { id: string; brand: string; subjectId: string | null },
  shares: readonly BillShare[],
): Promise<void> {
  await tx.paymentShare.createMany({
    data: shares.map((share, position) => ({ ...share, paymentId: id, brand, subjectId, position })),
  })
}
