import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { makePayLink } from '#lib/billing/index.ts'
import { PAYABLE_STATES, type ShareBill } from '#lib/billing/schema.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { billBalance } from '#lib/ledger/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/**
 * Sends the bill's own person, by mail or else by text message, a link by which it can be paid without signing in: on another device, or by somebody to
 * whom they pass it on.
 * @throws Refusal `billing.not_found`, `payments.nothing_to_pay`, `payments.no_address`
 */
export async function sendPayLink(grant: Grant<'bills:share'>, { billId }: ShareBill): Promise<void> {
  const { brand } = grant
  const subject = subjectOf(grant)
  await inScope(grant, async (tx) => {
    const [bill] = await tx.bill.findMany({ where: { id: billId, brand, subjectId: subject, state: { not: 'draft' } } })
    if (!bill) throw new Refusal('billing.not_found')
    const openMinor = await billBalance(tx, billId, 'receivable')
    const payable = PAYABLE_STATES.some((state) => state === bill.state) && openMinor > 0n
    if (!payable) throw new Refusal('payments.nothing_to_pay')
    const queued = await notifyPerson(
      tx,
      { brand, subject },
      {
        kind: 'payments.pay_link',
        path: `/${brand}/me/bills/${billId}`,
        pay: await makePayLink(tx, grant, { brand, subject, billId }),
        values: (locale: Locale) => ({
          number: bill.number ?? '',
          amount: formatMoney(openMinor, bill.currency, locale),
          date: dateFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(bill.payableOn),
        }),
      },
    )
    if (!queued) throw new Refusal('payments.no_address')
  })
}
