import { useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import type { BillStanding } from '#lib/billing/schema.ts'
import { Block } from './block.tsx'

interface OpenBill {
  readonly currency: string
  readonly openMinor: bigint
  readonly payableOn: string
  readonly standing: BillStanding
}

/** The bills that wait to be paid, the most urgent one named. */
export function DueBlock({ brand, bills }: { brand: string; bills: readonly OpenBill[] }) {
  const t = useTranslations('overview.due')
  const [first] = bills
  return (
    <Block icon="bills" title={t('title')} more={{ href: `/${brand}/me/bills`, label: t('see') }}>
      {first ? (
        <>
          <p className="text-2xl font-semibold">
            <Totals bills={bills} />
          </p>
          <p className="mt-1 text-ink-soft">{t('bills', { count: bills.length })}</p>
          <p className="mt-3">
            <Badge tone={first.standing === 'overdue' ? 'bad' : 'warn'} icon="clock">
              {first.standing === 'overdue' ? t('overdueWord') : t('openWord')}
            </Badge>{' '}
            {t.rich(first.standing === 'overdue' ? 'overdue' : 'by', { date: () => <DateTime at={first.payableOn} /> })}
          </p>
        </>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
    </Block>
  )
}

/** What is open, a sum for each currency. */
function Totals({ bills }: { bills: readonly OpenBill[] }) {
  const sums = new Map<string, bigint>()
  for (const bill of bills) sums.set(bill.currency, (sums.get(bill.currency) ?? 0n) + bill.openMinor)
  return [...sums].map(([currency, minor]) => (
    <span key={currency} className="me-3">
      <Money minor={minor} currency={currency} />
    </span>
  ))
}
