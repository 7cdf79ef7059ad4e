import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'

/** Ends every link to a bill that came to its end; none comes back to life, also where the bill is open again. */
export async function endPayLinks(tx: Tx, billId: string): Promise<void> {
  await tx.payLink.updateMany({ where: { billId, revokedAt: null }, data: { revokedAt: clock.now() } })
}
