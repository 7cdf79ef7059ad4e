import type { Tx } from '#lib/platform/database/index.ts'

/** Whether a bill of the brand is paid by the books, for work that waits for it. */
export async function isPaid(tx: Tx, brand: string, id: string): Promise<boolean> {
  return (await tx.bill.count({ where: { id, brand, state: 'paid' } })) > 0
}
