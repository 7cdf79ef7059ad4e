import { type Grant, inScope } from '#lib/access/index.ts'
import { isPaid } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { resumeClock } from '../answer-clock.ts'
import { lockRequest, moveRequest } from '../move-request.ts'

/**
 * Goes on by itself with the request whose fee was paid by this bill: queued in the transaction in which the books say
 * so. The clock goes on with the days that were left (LCK-13). Repeating it changes nothing, nor does it where the
 * payment was taken back meanwhile.
 */
export async function continueFee(
  grant: Grant<'requests:continue'>,
  { bill }: { readonly bill: string },
): Promise<void> {
  const { brand } = grant
  await inScope(grant, async (tx) => {
    const row = await tx.rightsRequest.findFirst({ where: { brand, feeBillId: bill }, select: { id: true } })
    if (!row || !(await isPaid(tx, brand, bill))) return
    const held = await lockRequest(tx, grant, row.id)
    if (held.state !== 'fee_asked') return
    const patch = resumeClock(held, getManifest(brand))
    await moveRequest(tx, grant, held, { move: 'payFee', kind: 'fee_paid', tell: true, patch })
  })
}
