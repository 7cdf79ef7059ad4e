import { useTranslations } from 'next-intl'
import { Money } from '#components/ui/money.tsx'

export interface BillTotalsProps {
  currency: string
  totalMinor: bigint
  paidMinor: bigint
  openMinor: bigint
  creditMinor: bigint
}

/** What is asked, what was paid and what is left, one below the other. */
export function BillTotals({ currency, totalMinor, paidMinor, openMinor, creditMinor }: BillTotalsProps) {
  const t = useTranslations('bills.totals')
  const rows = [
    { label: t('total'), minor: totalMinor, strong: false },
    ...(paidMinor > 0n ? [{ label: t('paid'), minor: -paidMinor, strong: false }] : []),
    { label: t('open'), minor: openMinor, strong: true },
    ...(creditMinor > 0n ? [{ label: t('credit'), minor: creditMinor, strong: false }] : []),
  ]
  return (
    <dl className="ms-auto mt-4 max-w-form border-t border-line-strong">
      {rows.map(({ label, minor, strong }) => (
        <div
          key={label}
          className={`flex justify-between gap-4 border-b border-line py-2 ${strong ? 'text-lg font-semibold' : ''}`}
        >
          <dt>{label}</dt>
          <dd>
            <Money minor={minor} currency={currency} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
