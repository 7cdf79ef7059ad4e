import { type Grant, inScope } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { UNDER_WAY } from './lifecycle.ts'
import { settlePayment } from './settle-payment.ts'

/**
 * Looks at every checkout that is open for a bill after the bill itself has changed (taken back, given up): what is not
 * owed any more is closed at its provider; what was paid there all the same is posted and held as credit.
 * @throws where a provider could not be asked, so that the queue tries again
 */
export async function recheckBill(grant: Grant<'payments:settle'>, { billId }: { billId: string }): Promise<void> {
  const open = await inScope(
    grant,
    (tx) => tx.$queryRaw<{ id: string }[]>`
      SELECT p.id FROM payment p JOIN payment_share s ON s.payment_id = p.id
      WHERE s.bill_id = ${billId}::uuid AND p.state IN (${Prisma.join([...UNDER_WAY])})`,
  )
  for (const { id } of open) {
    const { fault } = await settlePayment(grant, id)
    if (fault && fault.kind !== 'rejected') throw new Error(`the provider could not be asked: ${fault.code}`)
  }
}
