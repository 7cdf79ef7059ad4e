import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { type BulkExportView, listBulkExports } from '#lib/bulk-exports/index.ts'
import { BULK_PURPOSES, type BulkExportState } from '#lib/bulk-exports/schema.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { ReasonField } from '../reason-field.tsx'
import { toTools } from '../to-tools.ts'
import { askBulkExportAction } from './actions.ts'

const TONES: Record<BulkExportState, Tone> = { ordered: 'info', ready: 'good', failed: 'bad', expired: 'neutral' }

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulk_exports'))('title') }
}

/** Exports of everybody's data: what was taken out, by whom and for what, and the order for another (ENB-09). */
export default async function BulkExportsPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const page = readPage(query.before, SIZE)
  const grant = await requireStaff('bulk-exports:view', brand)
  const [rows, t] = await Promise.all([listBulkExports(grant, page), getTranslations('bulk_exports')])
  const mayOrder = grant.actor.kind === 'staff' && grant.actor.role === 'data_operator'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      <BrandChoice brand={brand} />
      <Section title={t('taken')}>
        {rows.length === 0 ? (
          <EmptyState icon="check" title={t('empty')} />
        ) : (
          <Exports brand={brand} rows={rows.slice(0, SIZE)} />
        )}
        <Pagination {...pagesAround(`/staff/bulk-exports?brand=${brand}`, { ...page, size: SIZE, rows })} />
      </Section>
      {mayOrder ? <Order brand={brand} /> : null}
    </>
  )
}

async function Order({ brand }: { brand: string }) {
  const [t, locale] = await Promise.all([getTranslations('bulk_exports'), requestLocale()])
  return (
    <Section title={t('order.title')} lead={t('order.lead')}>
      <Form action={askBulkExportAction} hidden={{ brand }} submit={t('order.submit')}>
        <Field
          name="category"
          kind="select"
          label={t('category')}
          options={getManifest(brand).categories.map(({ key, name }) => ({ value: key, label: name[locale] }))}
        />
        <Field
          name="purpose"
          kind="radio"
          label={t('purpose')}
          defaultValue={BULK_PURPOSES[0]}
          options={BULK_PURPOSES.map((value) => ({ value, label: t(`purposes.${value}`) }))}
        />
        <ReasonField />
      </Form>
    </Section>
  )
}

async function Exports({ brand, rows }: { brand: string; rows: BulkExportView[] }) {
  const [t, locale] = await Promise.all([getTranslations('bulk_exports'), requestLocale()])
  const { zone, categories } = getManifest(brand)
  const nameOf = (content: string) => categories.find(({ key }) => key === content)?.name[locale] ?? t('everything')
  return (
    <Table
      caption={t('taken')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'category', label: t('category'), names: true, cell: (row) => nameOf(row.content) },
        { key: 'purpose', label: t('purpose'), cell: (row) => t(`purposes.${row.purpose}`) },
        { key: 'by', label: t('by'), cell: (row) => row.orderedBy },
        {
          key: 'at',
          label: t('at'),
          cell: (row) => <DateTime at={row.at} zone={zone} show="datetime" withZone />,
        },
        { key: 'people', label: t('people'), align: 'end', cell: (row) => row.people ?? '–' },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>,
        },
        {
          key: 'file',
          label: t('file'),
          cell: (row) =>
            row.state === 'ready' && row.own ? (
              <a className="link" href={`/api/${brand}/bulk-exports/${row.id}`}>
                {t('download')}
              </a>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}
