import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { Table } from '#components/ui/table.tsx'
import type { PaymentState } from '#lib/payments/schema.ts'
import { PaymentBadge } from './payment-badge.tsx'

export interface PaymentLine {
  readonly id: string
  readonly method: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly state: PaymentState
  readonly createdAt: Date
  readonly settledAt: Date | null
}

export interface PaymentTableProps {
  caption: string
  payments: readonly PaymentLine[]
  zone: string
}

/** Payments of a bill, and attempts at it. */
export function PaymentTable({ caption, payments, zone }: PaymentTableProps) {
  const t = useTranslations('payments')
  return (
    <Table
      caption={caption}
      rows={payments}
      rowKey={(payment) => payment.id}
      columns={[
        {
          key: 'at',
          label: t('columns.at'),
          cell: (payment) => <DateTime at={payment.settledAt ?? payment.createdAt} zone={zone} show="datetime" />,
        },
        { key: 'method', label: t('columns.method'), names: true, cell: (payment) => t(`methods.${payment.method}`) },
        { key: 'state', label: t('columns.state'), cell: (payment) => <PaymentBadge state={payment.state} /> },
        {
          key: 'amount',
          label: t('columns.amount'),
          align: 'end',
          cell: (payment) => <Money minor={payment.amountMinor} currency={payment.currency} />,
        },
      ]}
    />
  )
}
