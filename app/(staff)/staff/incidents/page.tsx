import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { type IncidentView, listIncidents } from '#lib/incidents/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { ReportClock } from './report-clock.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('title') }
}

/** Breaches of personal data of one brand, with the clock of the authority (WBP-13, ENB-10). */
export default async function IncidentsPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const page = readPage(query.before, SIZE)
  const grant = await requireStaff('incidents:view', brand)
  const [found, t] = await Promise.all([listIncidents(grant, page), getTranslations('incidents')])
  const rows = found.map((incident) => ({ ...incident, at: incident.knownAt }))
  const mayRecord = grant.actor.kind === 'staff' && grant.actor.role === 'security_manager'
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={mayRecord ? <Button href={`/staff/incidents/${brand}/new`}>{t('record')}</Button> : null}
      />
      <BrandChoice brand={brand} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('empty')} />
      ) : (
        <Incidents brand={brand} rows={rows.slice(0, SIZE)} />
      )}
      <Pagination {...pagesAround(`/staff/incidents?brand=${brand}`, { ...page, size: SIZE, rows })} />
    </>
  )
}

async function Incidents({ brand, rows }: { brand: string; rows: IncidentView[] }) {
  const [t, locale] = await Promise.all([getTranslations('incidents'), requestLocale()])
  const { zone } = getManifest(brand)
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          label: t('texts.title'),
          names: true,
          cell: (row) => <TextLink href={`/staff/incidents/${brand}/${row.id}`}>{row.texts.title[locale]}</TextLink>,
        },
        {
          key: 'known',
          label: t('knownAt'),
          cell: (row) => <DateTime at={row.knownAt} zone={zone} show="datetime" withZone />,
        },
        { key: 'clock', label: t('authority'), cell: (row) => <ReportClock incident={row} zone={zone} /> },
        {
          key: 'state',
          label: t('people'),
          cell: (row) => <Badge tone={row.state === 'told' ? 'good' : 'warn'}>{t(`states.${row.state}`)}</Badge>,
        },
      ]}
    />
  )
}
