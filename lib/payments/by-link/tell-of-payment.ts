import { notifyPerson } from '#lib/identity/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'

interface PaidByLink {
  readonly brand: string
  readonly subjectId: string | null
  readonly billId: string
  readonly amountMinor: bigint
  readonly currency: string
}

/** Writes to the bill's person that it was paid by a link: whoever paid is unknown, and gets no receipt. */
export async function tellOfPayment(tx: Tx, { brand, subjectId, billId, ...paid }: PaidByLink): Promise<void> {
  if (!subjectId) return
  const bill = await tx.bill.findUnique({ where: { id: billId }, select: { number: true } })
  await notifyPerson(
    tx,
    { brand, subject: subjectId },
    {
      kind: 'payments.paid_by_link',
      path: `/${brand}/me/bills/${billId}/receipt`,
      values: (locale: Locale) => ({
        number: bill?.number ?? '',
        amount: formatMoney(paid.amountMinor, paid.currency, locale),
      }),
    },
  )
}
