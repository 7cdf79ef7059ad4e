import { formatDate } from '#components/ui/format.ts'
import type { Statement } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { formatMoney, toDecimalText } from '#lib/platform/money/index.ts'
import type { SheetTable } from '#lib/platform/pdf/schema.ts'

/** A statement in words and figures of the reader's language. */
export function statementSheet(statement: Statement, brand: string, locale: Locale): SheetTable {
  const t = translator(locale, 'bills.statement')
  const { zone } = getManifest(brand)
  const money = (minor: bigint) => formatMoney(minor, statement.currency, locale)
  return {
    caption: t('caption', { year: String(statement.year), currency: statement.currency }),
    columns: [
      { label: t('what'), share: 3 },
      { label: t('at'), share: 2 },
      { label: t('charged'), align: 'end', share: 2 },
      { label: t('credited'), align: 'end', share: 2 },
      { label: t('balance'), align: 'end', share: 2 },
    ],
    rows: [
      [t('opening'), '', '', '', money(statement.openingMinor)].map((text) => ({ text })),
      ...statement.entries.map(({ kind, number, at, amountMinor, balanceMinor }) => [
        { text: t(`kinds.${kind}`), ...(number ? { note: number } : {}) },
        { text: formatDate(at, locale, zone) },
        { text: amountMinor > 0n ? money(amountMinor) : '' },
        { text: amountMinor < 0n ? money(-amountMinor) : '' },
        { text: money(balanceMinor) },
      ]),
    ],
    footer: [t('closing'), '', '', '', money(statement.closingMinor)],
  }
}

/** A statement as lines of a CSV: days and plain decimals, for a program; its first line names the columns. */
export function statementRows(statements: readonly Statement[], brand: string): string[][] {
  const { zone } = getManifest(brand)
  return [
    ['date', 'kind', 'bill_number', 'currency', 'amount', 'balance'],
    ...statements.flatMap(({ currency, year, openingMinor, entries }) => [
      [`${year}-01-01`, 'opening', '', currency, '', toDecimalText(openingMinor, currency)],
      ...entries.map(({ at, kind, number, amountMinor, balanceMinor }) => [
        localDay(at, zone),
        kind,
        number ?? '',
        currency,
        toDecimalText(amountMinor, currency),
        toDecimalText(balanceMinor, currency),
      ]),
    ]),
  ]
}
