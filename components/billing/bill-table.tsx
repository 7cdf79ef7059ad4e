import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table } from '#components/ui/table.tsx'
import { BillBadge } from './bill-badge.tsx'
import { BillLink } from './bill-link.tsx'
import type { DueBill } from './due-bill-card.tsx'
import { Period } from './period.tsx'

interface BillTableProps {
  brand: string
  bills: readonly (DueBill & { readonly issuedOn: string })[]
}

/** Bills in lines, newest first. */
export function BillTable({ brand, bills }: BillTableProps) {
  const t = useTranslations('bills')
  return (
    <Table
      caption={t('all')}
      rows={bills}
      rowKey={(bill) => bill.id}
      columns={[
        {
          key: 'number',
          label: t('columns.number'),
          names: true,
          cell: (bill) => <BillLink href={`/${brand}/me/bills/${bill.id}`}>{bill.number}</BillLink>,
        },
        {
          key: 'period',
          label: t('columns.period'),
          cell: (bill) => <Period from={bill.periodStart} before={bill.periodEnd} />,
        },
        { key: 'issued', label: t('columns.issued'), cell: (bill) => <DateTime at={bill.issuedOn} /> },
        { key: 'state', label: t('columns.state'), cell: (bill) => <BillBadge standing={bill.standing} /> },
        {
          key: 'total',
          label: t('columns.total'),
          align: 'end',
          cell: (bill) => <Money minor={bill.totalMinor} currency={bill.currency} />,
        },
      ]}
    />
  )
}
