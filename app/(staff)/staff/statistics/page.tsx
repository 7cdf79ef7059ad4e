import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatNumber } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { listStatistics, type StatisticsPage } from '#lib/statistics/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { toTools } from '../to-tools.ts'

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string | string[] }>
}

const MONTHS = 12

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') }
}

/** Figures of many people, which alone stay when people are erased (LCK-11). */
export default async function FiguresPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const before = readMonth(query.before)
  const grant = await requireStaff('statistics:view', brand)
  const [{ rows, older }, t] = await Promise.all([
    listStatistics(grant, { months: MONTHS, ...(before ? { before } : {}) }),
    getTranslations('statistics'),
  ])
  const here = `/staff/statistics?brand=${brand}`
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      <BrandChoice brand={brand} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Figures brand={brand} rows={rows} />
      )}
      <Pagination
        newer={before ? here : null}
        older={older ? `${here}&before=${older.toISOString().slice(0, 7)}` : null}
      />
    </>
  )
}

/** Reads `?before=2026-03`; anything else is the first page. */
function readMonth(written: string | string[] | undefined): Date | undefined {
  return typeof written === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(written) ? new Date(written) : undefined
}

async function Figures({ brand, rows }: { brand: string; rows: StatisticsPage['rows'] }) {
  const [t, locale] = await Promise.all([getTranslations('statistics'), requestLocale()])
  const { categories } = getManifest(brand)
  const nameOf = (measure: string) => {
    const [kind = '', of = ''] = measure.split(':')
    if (kind === 'records') return categories.find(({ key }) => key === of)?.name[locale] ?? of
    return t(kind === 'use' ? `use.${of}` : kind)
  }
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={({ month, measure }) => `${month.toISOString()} ${measure}`}
      columns={[
        {
          key: 'month',
          label: t('month'),
          names: true,
          cell: ({ month }) => <DateTime at={month} zone="UTC" show="month" />,
        },
        { key: 'measure', label: t('measure'), cell: ({ measure }) => nameOf(measure) },
        { key: 'people', label: t('people'), align: 'end', cell: ({ people }) => formatNumber(people, locale) },
        { key: 'amount', label: t('amount'), align: 'end', cell: ({ amount }) => formatNumber(amount, locale) },
      ]}
    />
  )
}
