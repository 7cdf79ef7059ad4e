import { useLocale, useTranslations } from 'next-intl'
import { formatQuantity, UNIT_SIGN } from '#components/metering/format-quantity.ts'
import { formatNumber } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { Table } from '#components/ui/table.tsx'
import { UNITS, type Unit } from '#lib/metering/schema.ts'
import { lineName, type NamedLine } from './line-name.ts'
import { Period } from './period.tsx'
import { Rate } from './rate.tsx'

export interface BillLine extends NamedLine {
  readonly volume: bigint | null
  readonly calorificMj: string | null
  readonly volumeCorrection: string | null
  readonly id: string
  readonly estimated: boolean
  readonly meterSerial: string | null
  readonly place: string | null
  readonly startsOn: string
  readonly endsOn: string
  readonly quantity: bigint
  readonly unit: string
  readonly rate: string
  readonly netMinor: bigint
  readonly vatPercent: string
  readonly vatMinor: bigint
}

export interface BillLinesProps {
  lines: readonly BillLine[]
  currency: string
  netMinor: bigint
  vatMinor: bigint
}

/** What a bill is made of; each line can be worked out again from what stands in it. */
export function BillLines({ lines, currency, netMinor, vatMinor }: BillLinesProps) {
  const t = useTranslations('bills.lines')
  const locale = useLocale()
  const money = (minor: bigint) => <Money minor={minor} currency={currency} />
  return (
    <Table
      caption={t('title')}
      rows={lines}
      rowKey={(line) => line.id}
      columns={[
        {
          key: 'what',
          label: t('what'),
          names: true,
          cell: (line) => (
            <>
              {lineName(t, line)}
              {line.meterSerial ? (
                <span className="block text-sm font-normal text-ink-soft">
                  {t('meter', { serial: line.meterSerial, place: line.place ?? '' })}
                </span>
              ) : null}
            </>
          ),
        },
        { key: 'days', label: t('days'), cell: (line) => <Period from={line.startsOn} before={line.endsOn} /> },
        {
          key: 'quantity',
          label: t('quantity'),
          align: 'end',
          cell: (line) => (
            <>
              <span className="whitespace-nowrap">{quantityOf(line)}</span>
              {line.volume === null ? null : (
                <span className="block text-sm text-ink-soft">
                  {t('conversion', {
                    volume: formatQuantity(line.volume, 'l', locale),
                    correction: line.volumeCorrection ?? '',
                    calorific: line.calorificMj ?? '',
                  })}
                </span>
              )}
              {line.estimated ? <span className="block text-sm text-ink-soft">{t('estimated')}</span> : null}
            </>
          ),
        },
        {
          key: 'rate',
          label: t('rate'),
          align: 'end',
          cell: (line) =>
            line.unit === 'once' ? '–' : <Rate rate={line.rate} currency={currency} unit={unitOf(line)} />,
        },
        { key: 'net', label: t('net'), align: 'end', cell: (line) => money(line.netMinor) },
        {
          key: 'vat',
          label: t('vat'),
          align: 'end',
          cell: (line) => (
            <>
              {money(line.vatMinor)}
              <span className="block text-sm text-ink-soft">{line.vatPercent} %</span>
            </>
          ),
        },
      ]}
      footer={[t('sum'), null, null, null, money(netMinor), money(vatMinor)]}
    />
  )

  function quantityOf(line: BillLine): string {
    const unit = meteredUnit(line.unit)
    if (unit) return formatQuantity(line.quantity, unit, locale)
    if (line.unit === 'once') return '–'
    if (line.unit === 's') return `${formatNumber(Number(line.quantity) / 3600, locale, 2)}\u00a0${t('perHour')}`
    return t('dayCount', { count: Number(line.quantity) })
  }
  function unitOf(line: BillLine): string {
    const unit = meteredUnit(line.unit)
    if (unit === 'event') return t('perEvent')
    if (line.unit === 's') return t('perHour')
    return unit ? UNIT_SIGN[unit] : t('perDay')
  }
}

function meteredUnit(unit: string): Unit | undefined {
  return UNITS.find((known) => known === unit)
}
