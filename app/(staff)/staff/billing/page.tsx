import type { Metadata } from 'next'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BillLink } from '#components/billing/bill-link.tsx'
import { formatPeriod } from '#components/billing/format-period.ts'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { type BillingRuns, listBillingRuns } from '#lib/billing-runs/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; corrections?: string; held?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('billing_runs'))('title') }
}

/** What the portal billed of one brand by itself, what it held back and why, and what was read otherwise since. */
export default async function StaffBillingPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const pages = { corrections: readPage(query.corrections, SIZE), held: readPage(query.held, SIZE) }
  const grant = await requireStaff('billing-runs:review', brand)
  const [runs, t, locale] = await Promise.all([
    listBillingRuns(grant, pages),
    getTranslations('billing_runs'),
    requestLocale(),
  ])
  const { billing, zone } = getManifest(brand)
  const { waiting, corrections, held, periods } = runs
  const here = `/staff/billing?brand=${brand}`
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { months: billing.months, days: billing.waitDays })}
        back={{ href: `/staff/arrears?brand=${brand}`, label: t('arrears') }}
      />
      <BrandChoice brand={brand} />
      {waiting ? (
        <Notice title={t('waiting', { period: formatPeriod(waiting.periodStart, waiting.periodEnd, locale) })}>
          {t.rich('until', { date: () => <DateTime at={waiting.until} show="long" /> })}
        </Notice>
      ) : null}
      <Section title={t('corrections.title')} lead={corrections.length > 0 ? t('corrections.lead') : null}>
        {corrections.length === 0 ? (
          <EmptyState icon="check" title={t('corrections.none')} />
        ) : (
          <Corrections brand={brand} rows={corrections.slice(0, SIZE)} zone={zone} />
        )}
        <Pagination
          {...pagesAround(here, { ...pages.corrections, size: SIZE, rows: corrections, name: 'corrections' })}
          ordered
        />
      </Section>
      <Section title={t('held.title')} lead={held.length > 0 ? t('held.lead') : null}>
        {held.length === 0 ? (
          <EmptyState icon="check" title={t('held.none')} />
        ) : (
          <Held rows={held.slice(0, SIZE)} zone={zone} />
        )}
        <Pagination {...pagesAround(here, { ...pages.held, size: SIZE, rows: held, name: 'held' })} />
      </Section>
      <Section title={t('periods.title')} lead={t('periods.lead')}>
        {periods.length === 0 ? <EmptyState icon="bills" title={t('periods.none')} /> : <Periods rows={periods} />}
      </Section>
    </>
  )
}

function Corrections({ brand, rows, zone }: { brand: string; rows: BillingRuns['corrections']; zone: string }) {
  const t = useTranslations('billing_runs')
  return (
    <Table
      caption={t('corrections.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'bill',
          label: t('bill'),
          names: true,
          cell: ({ id, number }) => <BillLink href={`/staff/billing/${brand}/${id}`}>{number}</BillLink>,
        },
        { key: 'ref', label: t('account'), cell: ({ ref }) => ref },
        { key: 'found', label: t('found'), cell: ({ at }) => <DateTime at={at} zone={zone} /> },
        {
          key: 'billed',
          label: t('billed'),
          align: 'end',
          cell: ({ billedMinor, currency }) => <Money minor={billedMinor} currency={currency} />,
        },
        {
          key: 'read',
          label: t('byReadings'),
          align: 'end',
          cell: ({ totalMinor, currency }) => <Money minor={totalMinor} currency={currency} />,
        },
      ]}
    />
  )
}

function Held({ rows, zone }: { rows: BillingRuns['held']; zone: string }) {
  const t = useTranslations('billing_runs')
  const locale = useLocale()
  return (
    <Table
      caption={t('held.title')}
      rows={rows}
      rowKey={({ ref, periodStart }) => `${ref} ${periodStart}`}
      columns={[
        { key: 'ref', label: t('account'), names: true, cell: ({ ref }) => ref },
        {
          key: 'period',
          label: t('period'),
          cell: ({ periodStart, periodEnd }) => formatPeriod(periodStart, periodEnd, locale),
        },
        { key: 'why', label: t('why'), cell: ({ reason }) => t(`reasons.${reason}`) },
        { key: 'looked', label: t('looked'), cell: ({ lookedAt }) => <DateTime at={lookedAt} zone={zone} /> },
      ]}
    />
  )
}

function Periods({ rows }: { rows: BillingRuns['periods'] }) {
  const t = useTranslations('billing_runs')
  const locale = useLocale()
  return (
    <Table
      caption={t('periods.title')}
      rows={rows}
      rowKey={({ periodStart, periodEnd, currency }) => `${periodStart} ${periodEnd} ${currency}`}
      columns={[
        {
          key: 'period',
          label: t('period'),
          names: true,
          cell: ({ periodStart, periodEnd }) => formatPeriod(periodStart, periodEnd, locale),
        },
        { key: 'bills', label: t('bills'), align: 'end', cell: ({ bills }) => bills },
        { key: 'estimated', label: t('estimated'), align: 'end', cell: ({ estimated }) => estimated },
        {
          key: 'sum',
          label: t('sum'),
          align: 'end',
          cell: ({ totalMinor, currency }) => <Money minor={totalMinor} currency={currency} />,
        },
      ]}
    />
  )
}
