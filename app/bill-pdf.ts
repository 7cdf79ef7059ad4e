import type { BillView } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { PaymentView } from '#lib/payments/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { renderPdf } from '#lib/platform/pdf/index.ts'
import type { PdfBlock, PdfDocument } from '#lib/platform/pdf/schema.ts'
import { billSheet } from './bill-sheet.ts'
import { creditNoteSheet, type TakenBackBill } from './credit-note-sheet.ts'
import { receiptSheet } from './receipt-sheet.ts'

interface About {
  readonly brand: string
  readonly locale: Locale
  readonly title: string
  readonly dated: string
}

function documentOf({ brand, locale, title, dated }: About, blocks: readonly PdfBlock[]): PdfDocument {
  const { name, mark, controller } = getManifest(brand)
  return {
    language: locale,
    title,
    author: controller.name,
    dated: new Date(dated),
    sender: {
      name,
      colour: mark.accentLight,
      lines: [
        controller.name,
        controller.address[locale],
        [controller.email, controller.phone].filter(Boolean).join(' · '),
      ],
    },
    blocks,
    footer: `${name} · ${title}`,
  }
}

/** A bill as a PDF, with the texts and figures of its page. */
export function billPdf(bill: BillView, brand: string, locale: Locale): Promise<Buffer> {
  const t = translator(locale, 'bills')
  const sheet = billSheet(bill, brand, locale)
  const state = { term: t('columns.state'), value: t(`standing.${bill.standing}`) }
  return renderPdf(
    documentOf({ brand, locale, title: sheet.title, dated: bill.issuedOn }, [
      { kind: 'facts', facts: [state, ...sheet.facts] },
      { kind: 'heading', text: t('lines.title') },
      { kind: 'paragraph', text: t('lines.lead') },
      { kind: 'table', table: sheet.lines },
      { kind: 'totals', caption: t('totals.title'), totals: sheet.totals },
      { kind: 'heading', text: t('vat.title') },
      { kind: 'table', table: sheet.vat },
      ...instalmentBlocks(sheet.instalments),
    ]),
  )
}

function instalmentBlocks(table: ReturnType<typeof billSheet>['instalments']): PdfBlock[] {
  return table
    ? [
        { kind: 'heading', text: table.caption },
        { kind: 'table', table },
      ]
    : []
}

/** A credit note as a PDF: what it takes back, line by line. */
export function creditNotePdf(bill: TakenBackBill, brand: string, locale: Locale): Promise<Buffer> {
  const t = translator(locale, 'bills')
  const sheet = creditNoteSheet(bill, brand, locale)
  return renderPdf(
    documentOf({ brand, locale, title: sheet.title, dated: bill.creditNote.issuedOn }, [
      { kind: 'paragraph', text: sheet.lead },
      { kind: 'facts', facts: sheet.facts },
      { kind: 'heading', text: t('creditNote.lines') },
      { kind: 'table', table: sheet.lines },
      { kind: 'totals', caption: t('totals.title'), totals: sheet.totals },
      { kind: 'heading', text: t('vat.title') },
      { kind: 'table', table: sheet.vat },
    ]),
  )
}

/** A receipt as a PDF, with the texts and figures of its page. */
export function receiptPdf(
  paid: { readonly bill: BillView; readonly payments: readonly PaymentView[] },
  brand: string,
  locale: Locale,
): Promise<Buffer> {
  const t = translator(locale, 'bills')
  const sheet = receiptSheet(paid, brand, locale)
  const title = `${sheet.title} · ${paid.bill.number}`
  return renderPdf(
    documentOf({ brand, locale, title, dated: paid.bill.issuedOn }, [
      { kind: 'paragraph', text: sheet.lead },
      { kind: 'facts', facts: sheet.facts },
      { kind: 'heading', text: sheet.payments.caption },
      { kind: 'table', table: sheet.payments },
      { kind: 'heading', text: t('receipt.amounts') },
      { kind: 'table', table: sheet.vat },
      { kind: 'totals', caption: t('totals.title'), totals: sheet.totals },
    ]),
  )
}
