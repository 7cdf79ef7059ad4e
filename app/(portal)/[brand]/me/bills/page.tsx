import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BillTable } from '#components/billing/bill-table.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { listBills } from '#lib/billing/index.ts'
import { BillsQuery } from '#lib/billing/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import { usageByMonth } from '#lib/metering/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { CreditNotice } from './credit-notice.tsx'
import { sumByUtility } from './sum-by-utility.ts'
import { ToPay } from './to-pay.tsx'
import { MONTHS_BACK, YearOfUse } from './year-of-use.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PAGE = 12

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bills'))('title') }
}

function readBills(grant: Grant<'bills:view'>, before: BillsQuery['before']) {
  return inScope(grant, async () => ({
    ...(await listBills(grant, { limit: PAGE, ...(before ? { before } : {}) })),
    usage: await usageByMonth(grant, { monthsBack: MONTHS_BACK }),
  }))
}

export default async function BillsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const query = BillsQuery.parse(await searchParams)
  const grant = await requireGrant('bills:view', brand)
  const [{ open, bills, more, credit, usage }, t] = await Promise.all([
    readBills(grant, query.before),
    getTranslations('bills'),
  ])
  const last = bills.at(-1)
  const here = `/${brand}/me/bills`
  if (bills.length === 0 && open.length === 0 && !query.before)
    return (
      <>
        <PageHeader title={t('title')} lead={t('lead')} />
        <CreditNotice brand={brand} credit={credit} own={grant.actor.kind === 'person'} />
        <EmptyState icon="bills" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {query.done ? <Notice tone="good" title={t('paidOut')} /> : null}
      <CreditNotice brand={brand} credit={credit} own={grant.actor.kind === 'person'} />
      <ToPay brand={brand} open={open} />
      <YearOfUse
        brand={brand}
        utilities={sumByUtility(usage)}
        use={query.use}
        today={localDay(clock.now(), getManifest(brand).zone)}
      />
      <Section
        title={t('all')}
        aside={
          <Button href={`${here}/statement`} tone="quiet">
            {t('statementLink')}
          </Button>
        }
      >
        <BillTable brand={brand} bills={bills} />
        <Pagination
          newer={query.before ? here : null}
          older={more && last ? `${here}?before=${last.issuedOn}_${last.id}` : null}
        />
      </Section>
    </>
  )
}
