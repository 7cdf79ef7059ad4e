import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BillTable } from '#components/billing/bill-table.tsx'
import { DueBillCard } from '#components/billing/due-bill-card.tsx'
import { fillSteps, monthsUntil } from '#components/metering/steps-of.ts'
import { UsageChart } from '#components/metering/usage-chart.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
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
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { CreditNotice } from './credit-notice.tsx'
import { sumByUtility } from './sum-by-utility.ts'
import { UtilityLinks } from './utility-links.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PAGE = 12
/** A year before the one that is drawn, to compare with. */
const MONTHS_BACK = 23

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
  const utilities = sumByUtility(usage)
  const shown = utilities.find(({ utility }) => utility === query.use) ?? utilities[0]
  const today = localDay(clock.now(), getManifest(brand).zone)
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
      <Section
        title={t('toPay')}
        aside={
          <div className="flex flex-wrap gap-4">
            {open.length > 1 ? (
              <Button href={`${here}/several`} tone="secondary">
                {t('several')}
              </Button>
            ) : null}
            <Button href={`/${brand}/me/payment-methods`} tone="quiet">
              {t('paymentMethods')}
            </Button>
            <Button href={`/${brand}/me/notices`} tone="quiet">
              {t('notices')}
            </Button>
          </div>
        }
      >
        {open.length > 0 ? (
          <CardGrid>
            {open.map((bill, index) => (
              <DueBillCard key={bill.id} brand={brand} bill={bill} first={index === 0} />
            ))}
          </CardGrid>
        ) : (
          <Notice tone="good" title={t('nothingDue')} />
        )}
      </Section>
      {shown ? (
        <Section
          title={t('use')}
          aside={
            <Button href={`/${brand}/me/usage`} tone="quiet">
              {t('moreUse')}
            </Button>
          }
        >
          <UtilityLinks here={here} utilities={utilities.map(({ utility }) => utility)} current={shown.utility} />
          <UsageChart
            utility={shown.utility}
            unit={shown.unit}
            step="month"
            points={fillSteps(monthsUntil(today, MONTHS_BACK + 1), shown.points)}
            shown={12}
            current={monthStart(today)}
            source={t('source')}
          />
        </Section>
      ) : null}
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
