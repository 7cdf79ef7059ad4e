import { useTranslations } from 'next-intl'
import { Money } from '#components/ui/money.tsx'
import { Table } from '#components/ui/table.tsx'

interface TaxedLine {
  readonly vatPercent: string
  readonly netMinor: bigint
  readonly vatMinor: bigint
}

/** Net amounts and tax, by the rate of the tax. */
export function VatTable({ lines, currency }: { lines: readonly TaxedLine[]; currency: string }) {
  const t = useTranslations('bills.vat')
  const rows = [...Map.groupBy(lines, ({ vatPercent }) => vatPercent)].map(([percent, taxed]) => ({
    percent,
    net: taxed.reduce((sum, line) => sum + line.netMinor, 0n),
    vat: taxed.reduce((sum, line) => sum + line.vatMinor, 0n),
  }))
  const money = (minor: bigint) => <Money minor={minor} currency={currency} />
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={({ percent }) => percent}
      columns={[
        { key: 'rate', label: t('rate'), names: true, cell: ({ percent }) => `${percent} %` },
        { key: 'net', label: t('net'), align: 'end', cell: ({ net }) => money(net) },
        { key: 'vat', label: t('vat'), align: 'end', cell: ({ vat }) => money(vat) },
        { key: 'gross', label: t('gross'), align: 'end', cell: ({ net, vat }) => money(net + vat) },
      ]}
    />
  )
}
