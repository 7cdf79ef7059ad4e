import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#components/ui/format.ts'
import { Link } from '#components/ui/link.tsx'
import { Money } from '#components/ui/money.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { PlannedBill } from '#lib/autopay/index.ts'

/** What happens with each open bill while autopay is on. */
export function PlannedBills({ brand, bills }: { brand: string; bills: readonly PlannedBill[] }) {
  const t = useTranslations('autopay.bills')
  const locale = useLocale()
  return (
    <Section title={t('title')} lead={bills.length > 0 ? t('lead') : t('none')}>
      {bills.length > 0 ? (
        <Table
          caption={t('title')}
          rows={bills}
          rowKey={({ billId }) => billId}
          columns={[
            {
              key: 'bill',
              label: t('bill'),
              names: true,
              cell: ({ billId, number }) => (
                <Link href={`/${brand}/me/bills/${billId}`} className="text-accent underline underline-offset-4">
                  {number}
                </Link>
              ),
            },
            { key: 'plan', label: t('plan'), cell: planOf },
            {
              key: 'amount',
              label: t('amount'),
              align: 'end',
              cell: ({ openMinor, currency }) => <Money minor={openMinor} currency={currency} />,
            },
          ]}
        />
      ) : null}
    </Section>
  )

  function planOf({ state, failure, day }: PlannedBill) {
    const date = day ? formatDate(new Date(day), locale, 'UTC', 'long') : ''
    if (!state) return day ? t('planned', { date }) : t('nobody')
    const why = state === 'skipped' && failure && t.has(`reasons.${failure}`) ? t(`reasons.${failure}`) : null
    return (
      <>
        {t(`states.${state}`, { date })}
        {why ? <span className="mt-1 block text-sm text-ink-soft">{why}</span> : null}
      </>
    )
  }
}
