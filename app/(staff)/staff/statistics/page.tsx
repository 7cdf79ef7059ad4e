import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatNumber } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Table } from '#components/ui/table.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { listStatistics, type StatisticView } from '#lib/statistics/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { toTools } from '../to-tools.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('statistics'))('title') }
}

/** Figures of many people, which alone stay when people are erased (LCK-11). */
export default async function StatisticsPage({ searchParams }: { searchParams: Promise<{ brand?: string }> }) {
  const brand = (await searchParams).brand ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('statistics:view', brand)
  const [rows, t] = await Promise.all([listStatistics(grant), getTranslations('statistics')])
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
    </>
  )
}

async function Figures({ brand, rows }: { brand: string; rows: StatisticView[] }) {
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
