import { formatPeriod } from '#components/billing/format-period.ts'
import { formatDate } from '#components/ui/format.ts'
import type { BillView } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import { type BillSheet, billSheet } from './bill-sheet.ts'

/** A bill that was taken back, with the document that did it. */
export type TakenBackBill = BillView & { readonly creditNote: NonNullable<BillView['creditNote']> }

/** A credit note in words and figures of the reader's language: the lines of its bill with their signs turned. */
export function creditNoteSheet(
  bill: TakenBackBill,
  brand: string,
  locale: Locale,
): Omit<BillSheet, 'instalments'> & { readonly lead: string } {
  const t = translator(locale, 'bills')
  const { creditNote, replacedBy, number } = bill
  const { lines, vat } = billSheet(turned(bill), brand, locale)
  return {
    title: t('creditNote.title', { number: creditNote.number }),
    lead: t('creditNote.lead', { number }),
    facts: [
      { term: t('creditNote.bill'), value: number },
      { term: t('columns.period'), value: formatPeriod(bill.periodStart, bill.periodEnd, locale) },
      { term: t('columns.issued'), value: formatDate(new Date(creditNote.issuedOn), locale, 'UTC', 'long') },
      { term: t('columns.reason'), value: t(`reasons.${creditNote.reason}`) },
      { term: t('columns.seller'), value: getManifest(brand).controller.name },
      ...(replacedBy ? [{ term: t('columns.replacedBy'), value: replacedBy.number }] : []),
    ],
    lines,
    vat,
    totals: [
      { term: t('totals.total'), value: formatMoney(-creditNote.totalMinor, bill.currency, locale), strong: true },
    ],
  }
}

function turned(bill: BillView): BillView {
  const lines = bill.lines.map((line) => ({ ...line, netMinor: -line.netMinor, vatMinor: -line.vatMinor }))
  return { ...bill, lines, netMinor: -bill.netMinor, vatMinor: -bill.vatMinor, totalMinor: -bill.totalMinor }
}
