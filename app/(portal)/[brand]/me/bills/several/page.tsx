import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { listOpenBills } from '#lib/billing/index.ts'
import { listWaysToPay } from '#lib/payments/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { PaySection } from '../[bill]/pay-section.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ bill?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('payments.several'))('title') }
}

function readOpen(grant: Grant<'bills:view'>) {
  return inScope(grant, async () => {
    const all = await listOpenBills(grant)
    return { all, ways: all[0] ? await listWaysToPay(grant, all[0].currency) : [] }
  })
}

/** Several open bills in one payment: which ones, what they come to, and how to pay them. */
export default async function SeveralBillsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { bill: asked } = await searchParams
  const grant = await requireGrant('bills:view', brand)
  const [{ all, ways }, t] = await Promise.all([readOpen(grant), getTranslations('payments.several')])
  // One payment is in one currency: that of the most urgent bill.
  const open = all.filter((bill) => bill.currency === all[0]?.currency).slice(0, 20)
  const ids = [asked ?? open.map(({ id }) => id)].flat()
  const chosen = open.filter(({ id }) => ids.includes(id))
  const [first, ...others] = chosen
  if (open.length === 0) notFound()
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/bills`, label: t('back') }} />
      <form method="get" className="grid max-w-form gap-2">
        {open.map((bill) => (
          <label key={bill.id} className="flex min-h-11 items-start gap-3 border-b border-line py-2">
            <input
              type="checkbox"
              name="bill"
              value={bill.id}
              defaultChecked={ids.includes(bill.id)}
              className="mt-0.5 size-5 shrink-0 accent-accent"
            />
            <span className="grow">
              {bill.number}
              <span className="block text-sm text-ink-soft">
                {t.rich('due', { date: () => <DateTime at={bill.payableOn} show="long" /> })}
              </span>
            </span>
            <Money minor={bill.openMinor} currency={bill.currency} />
          </label>
        ))}
        <div className="mt-2">
          <Button type="submit" tone="secondary" icon="refresh">
            {t('sum')}
          </Button>
        </div>
      </form>
      {first ? (
        <PaySection
          brand={brand}
          bill={first}
          ways={ways}
          own={grant.actor.kind === 'person'}
          {...(others.length > 0
            ? {
                others: {
                  ids: others.map(({ id }) => id),
                  openMinor: chosen.reduce((sum, { openMinor }) => sum + openMinor, 0n),
                },
              }
            : {})}
        />
      ) : (
        <p className="mt-6">{t('none')}</p>
      )}
    </>
  )
}
