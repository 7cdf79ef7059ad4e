import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { convergePayment } from './converge-payment.ts'
import { type PaymentMethod, PROVIDER_OF } from './schema.ts'
import { writeShares } from './write-shares.ts'

/** A payment that a provider took before this portal kept the books. */
export interface PastPayment {
  readonly billId: string
  readonly method: PaymentMethod
  /** The provider's id of the movement of money; recording it again changes nothing. */
  readonly captureId: string
  readonly at: Date
  /** What is open of the bill where it is left out. */
  readonly amountMinor?: bigint
}

/**
 * Takes over a payment from elsewhere, as demo data and moves from another system need it: the same row, posting and
 * audit as a payment that was settled here, dated when it was made.
 * @throws Refusal `billing.not_found`
 */
export async function recordPastPayment(grant: Grant<'payments:settle'>, past: PastPayment): Promise<void> {
  const provider = PROVIDER_OF[past.method]
  const payment = await inScope(grant, async (tx) => {
    const known = await tx.payment.findUnique({
      where: { provider_captureId: { provider, captureId: past.captureId } },
      select: { id: true },
    })
    if (known) return null
    const bill = await tx.bill.findFirst({ where: { id: past.billId, brand: grant.brand } })
    if (!bill) throw new Refusal('billing.not_found')
    const { _sum } = await tx.ledgerEntry.aggregate({
      where: { billId: bill.id, account: 'receivable' },
      _sum: { amountMinor: true },
    })
    const amountMinor = past.amountMinor ?? _sum.amountMinor ?? 0n
    const payment = await tx.payment.create({
      data: {
        id: uuid(),
        brand: bill.brand,
        subjectId: bill.subjectId,
        billId: bill.id,
        provider,
        method: past.method,
        amountMinor,
        currency: bill.currency,
        createdAt: past.at,
      },
    })
    await writeShares(tx, payment, [{ billId: bill.id, amountMinor }])
    return payment
  })
  if (!payment) return
  const { captureId, at } = past
  const { amountMinor, currency } = payment
  await convergePayment(grant, payment.id, { kind: 'captured', captureId, amountMinor, currency, at })
}
