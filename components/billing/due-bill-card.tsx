import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import type { BillStanding } from '#lib/billing/schema.ts'
import { BillBadge } from './bill-badge.tsx'
import { Period } from './period.tsx'

export interface DueBill {
  readonly id: string
  readonly number: string
  readonly standing: BillStanding
  readonly currency: string
  readonly openMinor: bigint
  readonly totalMinor: bigint
  readonly periodStart: string
  readonly periodEnd: string
  readonly payableOn: string
}

export interface DueBillCardProps {
  brand: string
  bill: DueBill
  /** The most urgent one carries the page's primary action. */
  first: boolean
}

/** A bill that waits to be paid. */
export function DueBillCard({ brand, bill, first }: DueBillCardProps) {
  const t = useTranslations('bills')
  const href = `/${brand}/me/bills/${bill.id}`
  return (
    <Card
      title={t('bill', { number: bill.number })}
      level={3}
      aside={<BillBadge standing={bill.standing} />}
      footer={
        <>
          <Button href={`${href}#pay`} tone={first ? 'primary' : 'secondary'} icon="card">
            {t('pay')}
          </Button>
          <Button href={href} tone="quiet">
            {t('look')}
          </Button>
        </>
      }
    >
      <p className="text-2xl font-semibold">
        <Money minor={bill.openMinor} currency={bill.currency} />
      </p>
      {bill.openMinor < bill.totalMinor ? (
        <p className="text-sm text-ink-soft">
          {t.rich('ofTotal', { total: () => <Money minor={bill.totalMinor} currency={bill.currency} /> })}
        </p>
      ) : null}
      <p className="mt-2">
        {t.rich(bill.standing === 'overdue' ? 'wasDue' : 'due', {
          date: () => <DateTime at={bill.payableOn} show="long" />,
        })}
      </p>
      <p className="text-ink-soft">
        {t.rich('period', { period: () => <Period from={bill.periodStart} before={bill.periodEnd} /> })}
      </p>
    </Card>
  )
}
