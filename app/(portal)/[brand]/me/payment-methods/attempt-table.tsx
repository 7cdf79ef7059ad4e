import { useTranslations } from 'next-intl'
import { PaymentBadge } from '#components/billing/payment-badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Link } from '#components/ui/link.tsx'
import { Money } from '#components/ui/money.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { ChargeAttempt } from '#lib/autopay/index.ts'

interface AttemptTableProps {
  brand: string
  zone: string
  attempts: readonly ChargeAttempt[]
}

/** Every attempt to take a bill from a kept card, newest first, with what the bank said. */
export function AttemptTable({ brand, zone, attempts }: AttemptTableProps) {
  const t = useTranslations('autopay')
  return (
    <Section title={t('attempts.title')}>
      <Table
        caption={t('attempts.title')}
        rows={attempts}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'at',
            label: t('attempts.at'),
            cell: ({ createdAt }) => <DateTime at={createdAt} zone={zone} show="datetime" />,
          },
          {
            key: 'bill',
            label: t('attempts.bill'),
            names: true,
            cell: ({ billId, number }) => (
              <Link href={`/${brand}/me/bills/${billId}`} className="text-accent underline underline-offset-4">
                {number}
              </Link>
            ),
          },
          {
            key: 'state',
            label: t('attempts.state'),
            cell: ({ state, failure }) => (
              <>
                <PaymentBadge state={state} />
                {state === 'failed' ? (
                  <span className="mt-1 block text-sm text-ink-soft">
                    {t(failure && t.has(`reasons.${failure}`) ? `reasons.${failure}` : 'reasons.other')}
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'amount',
            label: t('attempts.amount'),
            align: 'end',
            cell: ({ amountMinor, currency }) => <Money minor={amountMinor} currency={currency} />,
          },
        ]}
      />
    </Section>
  )
}
