import { formatPeriod } from '#components/billing/format-period.ts'
import { formatDate, zoneName } from '#components/ui/format.ts'
import type { BillView } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { PaymentView } from '#lib/payments/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import type { SheetFact, SheetTable } from '#lib/platform/pdf/schema.ts'
import { type BillSheet, billSheet } from './bill-sheet.ts'

/** A receipt in words and figures of the reader's language, the same for its page and its PDF. */
export interface ReceiptSheet extends Pick<BillSheet, 'vat' | 'totals'> {
  readonly title: string
  readonly lead: string
  readonly facts: readonly SheetFact[]
  readonly payments: SheetTable
}

/** What was paid of a bill, to whom, for what; of payments that came to their end. */
export function receiptSheet(
  { bill, payments }: { readonly bill: BillView; readonly payments: readonly PaymentView[] },
  brand: string,
  locale: Locale,
): ReceiptSheet {
  const { controller, zone } = getManifest(brand)
  const t = translator(locale, 'bills.receipt')
  const { vat, totals } = billSheet(bill, brand, locale)
  return {
    title: t('title'),
    lead: t(bill.openMinor > 0n ? 'part' : 'whole', { number: bill.number }),
    facts: [
      { term: t('seller'), value: [controller.name, controller.address[locale], controller.email].join('\n') },
      { term: t('number'), value: bill.number },
      { term: t('period'), value: formatPeriod(bill.periodStart, bill.periodEnd, locale) },
      { term: t('issued'), value: formatDate(new Date(bill.issuedOn), locale, 'UTC', 'long') },
    ],
    payments: paymentsOf(payments, zone, locale),
    vat,
    totals,
  }
}

function paymentsOf(payments: readonly PaymentView[], zone: string, locale: Locale): SheetTable {
  const t = translator(locale, 'payments')
  const at = ({ settledAt, createdAt }: PaymentView) => {
    const instant = settledAt ?? createdAt
    return `${formatDate(instant, locale, zone, 'datetime')} ${zoneName(instant, locale, zone)}`
  }
  return {
    caption: translator(locale, 'bills.receipt')('paid'),
    columns: [
      { label: t('columns.method'), share: 2 },
      { label: t('columns.at'), share: 3.4 },
      { label: t('columns.reference'), share: 3.4 },
      { label: t('columns.amount'), align: 'end', share: 2 },
    ],
    rows: payments.map((payment) => [
      { text: t(`methods.${payment.method}`) },
      { text: at(payment) },
      { text: payment.captureId ?? '' },
      { text: formatMoney(payment.amountMinor, payment.currency, locale) },
    ]),
  }
}
