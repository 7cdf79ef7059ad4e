import { formatPeriod } from '#components/billing/format-period.ts'
import { lineName } from '#components/billing/line-name.ts'
import { formatQuantity } from '#components/metering/format-quantity.ts'
import { formatDate, formatNumber } from '#components/ui/format.ts'
import { type BillLineView, type BillView, REQUEST_FEE } from '#lib/billing/index.ts'
import { getManifest, type Manifest } from '#lib/brands/index.ts'
import { UNIT_SIGN, UNITS, type Unit } from '#lib/metering/schema.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'
import { formatMoney } from '#lib/platform/money/index.ts'
import type { SheetCell, SheetFact, SheetTable } from '#lib/platform/pdf/schema.ts'

/** A bill in words and figures of the reader's language: what its page shows and what its PDF shows are these. */
export interface BillSheet {
  readonly title: string
  /** Days, numbers, and which document took its place or whose it took. */
  readonly facts: readonly SheetFact[]
  readonly lines: SheetTable
  readonly vat: SheetTable
  readonly totals: readonly (SheetFact & { readonly strong: boolean })[]
  /** The instalments that were agreed; null without any. */
  readonly instalments: SheetTable | null
}

export function billSheet(bill: BillView, brand: string, locale: Locale): BillSheet {
  const sheet = { bill, manifest: getManifest(brand), locale }
  return {
    title: translator(locale, 'bills')('bill', { number: bill.number }),
    facts: factsOf(sheet),
    lines: linesOf(sheet),
    vat: vatOf(sheet),
    totals: totalsOf(sheet),
    instalments: instalmentsOf(sheet),
  }
}

interface Sheet {
  readonly bill: BillView
  readonly manifest: Manifest
  readonly locale: Locale
}

const long = (day: string, locale: Locale) => formatDate(new Date(day), locale, 'UTC', 'long')

function factsOf({ bill, manifest, locale }: Sheet): SheetFact[] {
  const t = translator(locale, 'bills')
  const { creditNote, replaces, replacedBy, payableOn, dueOn } = bill
  return [
    { term: t('columns.period'), value: formatPeriod(bill.periodStart, bill.periodEnd, locale) },
    { term: t('columns.issued'), value: long(bill.issuedOn, locale) },
    { term: t('columns.due'), value: long(dueOn, locale) },
    ...(bill.openMinor > 0n && payableOn !== dueOn
      ? [{ term: t('columns.payable'), value: long(payableOn, locale) }]
      : []),
    { term: t('columns.seller'), value: manifest.controller.name },
    ...(creditNote
      ? [
          { term: t('columns.creditNote'), value: `${creditNote.number}, ${long(creditNote.issuedOn, locale)}` },
          { term: t('columns.reason'), value: t(`reasons.${creditNote.reason}`) },
        ]
      : []),
    ...(replaces ? [{ term: t('columns.replaces'), value: replaces.number }] : []),
    ...(replacedBy ? [{ term: t('columns.replacedBy'), value: replacedBy.number }] : []),
  ]
}

function linesOf({ bill, manifest, locale }: Sheet): SheetTable {
  const t = translator(locale, 'bills.lines')
  const money = (minor: bigint) => formatMoney(minor, bill.currency, locale)
  return {
    caption: t('title'),
    columns: [
      { label: t('what'), share: 4 },
      { label: t('days'), share: 2.6 },
      { label: t('quantity'), align: 'end', share: 2.2 },
      { label: t('rate'), align: 'end', share: 2.4 },
      { label: t('net'), align: 'end', share: 1.8 },
      { label: t('vat'), align: 'end', share: 1.6 },
    ],
    rows: bill.lines.map((line) => [
      nameOf(line, manifest, locale),
      { text: formatPeriod(line.startsOn, line.endsOn, locale) },
      { text: quantityOf(line, locale), note: readOf(line, locale) },
      { text: rateOf(line, bill.currency, locale) },
      { text: money(line.netMinor) },
      { text: money(line.vatMinor), note: percent(line.vatPercent, locale) },
    ]),
    footer: [t('sum'), '', '', '', money(bill.netMinor), money(bill.vatMinor)],
  }
}

/** What a line is for, with the meter below it. */
function nameOf(line: BillLineView, { tariffs }: Manifest, locale: Locale): SheetCell {
  const t = translator(locale, 'bills.lines')
  const fee =
    line.tariff === REQUEST_FEE ? translator(locale, 'bills')('requestFee', { number: line.part ?? 'none' }) : undefined
  const named = {
    kind: line.kind,
    part: line.part,
    tariffName: fee ?? tariffs.find(({ key }) => key === line.tariff)?.name[locale] ?? line.tariff,
    partName: tariffs.flatMap(({ discounts }) => discounts).find(({ key }) => key === line.part)?.name[locale],
  }
  const { meterSerial: serial, place } = line
  return { text: lineName(t, named), ...(serial ? { note: t('meter', { serial, place: place ?? '' }) } : {}) }
}

/** How a quantity came to be: what the register showed, how gas became energy, or that it was estimated. */
function readOf(line: BillLineView, locale: Locale): string | undefined {
  const t = translator(locale, 'bills.lines')
  const unit = meteredUnit(line.unit)
  const { registerFrom: from, registerTo: to } = line
  const read =
    unit && from !== null && to !== null
      ? t('registers', { from: formatQuantity(from, unit, locale), to: formatQuantity(to, unit, locale) })
      : ''
  return (
    [read, conversionOf(line, locale), line.estimated ? t('estimated') : ''].filter(Boolean).join(' · ') || undefined
  )
}

/** Of gas that was metered by volume: by which figures the reader comes from its litres to its energy. */
function conversionOf({ volume, volumeCorrection, calorificMj }: BillLineView, locale: Locale): string {
  if (volume === null || volumeCorrection === null || calorificMj === null) return ''
  const figures = numberFormat(locale, { maximumFractionDigits: 6 })
  return translator(locale, 'bills.lines')('conversion', {
    volume: formatQuantity(volume, 'l', locale),
    correction: figures.format(volumeCorrection as Intl.StringNumericLiteral),
    calorific: figures.format(calorificMj as Intl.StringNumericLiteral),
  })
}

function quantityOf({ quantity, unit: written }: BillLineView, locale: Locale): string {
  const t = translator(locale, 'bills.lines')
  const unit = meteredUnit(written)
  if (unit) return formatQuantity(quantity, unit, locale)
  if (written === 'once') return '–'
  if (written === 's') return `${formatNumber(Number(quantity) / 3600, locale, 2)}\u00a0${t('perHour')}`
  return t('dayCount', { count: Number(quantity) })
}

/** A price for one unit, with every decimal that it has. */
function rateOf({ rate, unit: written }: BillLineView, currency: string, locale: Locale): string {
  if (written === 'once') return '–'
  const t = translator(locale, 'bills.lines')
  const unit = meteredUnit(written)
  const per = written === 's' ? t('perHour') : unit === 'event' ? t('perEvent') : unit ? UNIT_SIGN[unit] : t('perDay')
  const format = numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 8 })
  return `${format.format(rate as Intl.StringNumericLiteral)} / ${per}`
}

function meteredUnit(unit: string): Unit | undefined {
  return UNITS.find((known) => known === unit)
}

function percent(value: string, locale: Locale): string {
  const format = numberFormat(locale, { style: 'unit', unit: 'percent', maximumFractionDigits: 3 })
  return format.format(value as Intl.StringNumericLiteral)
}

/** Net amounts and tax, by the rate of the tax. */
function vatOf({ bill, locale }: Sheet): SheetTable {
  const t = translator(locale, 'bills.vat')
  const money = (minor: bigint) => formatMoney(minor, bill.currency, locale)
  const sum = (lines: readonly BillLineView[], of: 'netMinor' | 'vatMinor') =>
    lines.reduce((whole, line) => whole + line[of], 0n)
  return {
    caption: t('title'),
    columns: [
      { label: t('rate'), share: 2 },
      ...(['net', 'vat', 'gross'] as const).map((key) => ({ label: t(key), align: 'end' as const, share: 2 })),
    ],
    rows: [...Map.groupBy(bill.lines, ({ vatPercent }) => vatPercent)].map(([rate, lines]) => {
      const [net, vat] = [sum(lines, 'netMinor'), sum(lines, 'vatMinor')]
      return [percent(rate, locale), money(net), money(vat), money(net + vat)].map((text) => ({ text }))
    }),
  }
}

/** What is asked, what was paid and what is left, one below the other. */
function totalsOf({ bill, locale }: Sheet): BillSheet['totals'] {
  const t = translator(locale, 'bills.totals')
  const row = (term: string, minor: bigint, strong = false) => ({
    term,
    value: formatMoney(minor, bill.currency, locale),
    strong,
  })
  const { totalMinor, openMinor, creditMinor, creditNote, standing } = bill
  const settled = totalMinor - openMinor
  const taken = creditNote ? 'takenBack' : standing === 'written_off' ? 'writtenOff' : 'paid'
  return [
    row(t('total'), totalMinor),
    ...(settled > 0n ? [row(t(taken), -settled)] : []),
    row(t('open'), openMinor, true),
    ...(creditMinor > 0n ? [row(t(totalMinor < 0n ? 'credited' : 'credit'), creditMinor)] : []),
  ]
}

function instalmentsOf({ bill: { arrangement, currency }, locale }: Sheet): SheetTable | null {
  if (!arrangement) return null
  const t = translator(locale, 'bills.later')
  return {
    caption: t('instalments.title'),
    columns: [
      { label: t('instalments.number'), share: 1 },
      { label: t('instalments.due'), share: 3 },
      { label: t('instalments.state'), share: 2 },
      { label: t('instalments.amount'), align: 'end', share: 2 },
    ],
    rows: arrangement.instalments.map(({ dueOn, amountMinor, paid }, index) => [
      { text: formatNumber(index + 1, locale) },
      { text: long(dueOn, locale) },
      { text: t(paid ? 'instalments.paid' : 'instalments.open') },
      { text: formatMoney(amountMinor, currency, locale) },
    ]),
  }
}
