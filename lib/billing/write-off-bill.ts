import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { billBalance, postLedger } from '#lib/ledger/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { billMoved } from './events.ts'
import { mayBecome } from './lifecycle.ts'
import { lockBill } from './lock-bill.ts'
import { endPayLinks } from './pay-link/end-pay-links.ts'
import type { WriteOffBill } from './schema.ts'

/**
 * Gives up what is left to pay of a bill: nobody asks for it any more. Money that comes after all is taken for it.
 * @throws Refusal `billing.not_found`, `billing.not_open`
 */
export async function writeOffBill(grant: Grant<'bills:write-off'>, { billId }: WriteOffBill): Promise<void> {
  await inScope(grant, async (tx) => {
    const bill = await lockBill(tx, grant, billId)
    const openMinor = await billBalance(tx, billId, 'receivable')
    if (!mayBecome(bill.state, 'written_off') || openMinor <= 0n) throw new Refusal('billing.not_open')
    await postLedger(tx, {
      brand: grant.brand,
      subjectId: bill.subjectId,
      kind: 'bill_written_off',
      reference: billId,
      currency: bill.currency,
      at: clock.now(),
      billId,
      entries: [
        { account: 'write_off', amountMinor: openMinor },
        { account: 'receivable', amountMinor: -openMinor },
      ],
    })
    await tx.bill.update({ where: { id: billId }, data: { state: 'written_off' }, select: { id: true } })
    await endPayLinks(tx, billId)
    await enqueue(tx, 'payments.recheck', { billId })
    await audit.record(tx, grant, {
      ...billMoved(billId, 'written_off'),
      ...(bill.subjectId ? { subject: bill.subjectId } : {}),
    })
  })
}
