import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { breakable } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { type AuditEventView, listAuditEvents } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; who?: string; before?: string }>
}

const SIZE = 100

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('support.access'))('title') }
}

/** The audit events of one brand, for auditors and security managers (ECH-10). */
export default async function StaffAccessPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const staffOnly = query.who !== 'all'
  const page = readPage(query.before, SIZE)
  const grant = await requireStaff('audit:view', brand)
  const [rows, t] = await Promise.all([
    listAuditEvents(grant, { ...page, staffOnly }),
    getTranslations('support.access'),
  ])
  const path = `/staff/access?brand=${brand}&who=${staffOnly ? 'staff' : 'all'}`
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Filter brand={brand} staffOnly={staffOnly} />
      {rows.length === 0 ? (
        <EmptyState icon="audit" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Events rows={rows.slice(0, SIZE)} zone={getManifest(brand).zone} />
      )}
      <Pagination {...pagesAround(path, { ...page, size: SIZE, rows })} />
    </>
  )
}

/** Asks only, so it is a plain form that changes the address. */
function Filter({ brand, staffOnly }: { brand: string; staffOnly: boolean }) {
  const t = useTranslations('support.access')
  return (
    <BrandChoice brand={brand}>
      <Field
        name="who"
        kind="select"
        label={t('scope')}
        defaultValue={staffOnly ? 'staff' : 'all'}
        width={16}
        options={[
          { value: 'staff', label: t('staffOnly') },
          { value: 'all', label: t('everybody') },
        ]}
      />
    </BrandChoice>
  )
}

function Events({ rows, zone }: { rows: AuditEventView[]; zone: string }) {
  const t = useTranslations('support.access')
  const code = (text: string | null) =>
    text ? <code className="font-mono text-sm wrap-anywhere">{breakable(text)}</code> : '–'
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'at',
          label: t('at'),
          names: true,
          cell: (row) => <DateTime at={row.at} zone={zone} show="datetime" withZone />,
        },
        {
          key: 'actor',
          label: t('actor'),
          cell: (row) =>
            row.staffName ?? (t.has(`actors.${row.actorKind}`) ? t(`actors.${row.actorKind}`) : row.actorKind),
        },
        { key: 'event', label: t('event'), cell: (row) => code(row.name) },
        { key: 'permission', label: t('permission'), cell: (row) => code(row.permission) },
        { key: 'subject', label: t('subject'), cell: (row) => code(row.subject) },
        { key: 'target', label: t('target'), cell: (row) => code(row.target) },
      ]}
    />
  )
}
