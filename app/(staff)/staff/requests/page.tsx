import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AnswerDue } from '#components/requests/answer-due.tsx'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { RequestNumber } from '#components/requests/request-number.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { countQueues, listQueue, type QueuedRequest } from '#lib/requests/index.ts'
import { QueueQuery } from '#lib/requests/schema.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff, requireStaffOver } from '#lib/web/require-staff.ts'
import { queueAddress } from './queue-address.ts'
import { QueueFilter } from './queue-filter.tsx'

interface PageProps {
  searchParams: Promise<{
    brand?: string
    number?: string
    part?: string
    kind?: string
    handler?: string
    account?: string
    before?: string
  }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.staff'))('title') }
}

/** What people asked of all brands or of one, the next answer due first, and how much waits in each (WBP-19). */
export default async function QueuePage({ searchParams }: PageProps) {
  const asked = await searchParams
  const brand = asked.brand || null
  const query = QueueQuery.parse(asked)
  const page = readPage(asked.before, SIZE)
  const survey = await requireStaffOver('requests:survey')
  const [rows, counts, t] = await Promise.all([
    listQueue(brand ? await requireStaff('requests:queue', brand) : survey, { ...query, ...page }),
    countQueues(survey),
    getTranslations('requests.staff'),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={leadOf(brand, t)} />
      <QueueFilter brand={brand} query={query} counts={counts} />
      <Section title={query.number ? t('find.found') : t(`parts.${query.part}`)}>
        {rows.length === 0 ? (
          <EmptyState icon={query.number ? 'info' : 'check'} title={t(query.number ? 'find.none' : 'empty')} />
        ) : (
          <Queue rows={rows.slice(0, SIZE)} several={brand === null} over={query.part === 'over'} />
        )}
        <Pagination
          {...pagesAround(queueAddress(brand, query), { ...page, size: SIZE, rows })}
          ordered={query.part !== 'over'}
        />
      </Section>
    </>
  )
}

function leadOf(brand: string | null, t: Awaited<ReturnType<typeof getTranslations<'requests.staff'>>>): string {
  if (brand === null) return t('leadAll')
  const { answerDays, name } = getManifest(brand)
  return t('lead', { brand: name, days: answerDays })
}

interface QueueProps {
  rows: QueuedRequest[]
  /** Of several brands in one queue. */
  several: boolean
  over: boolean
}

function Queue({ rows, several, over }: QueueProps) {
  const t = useTranslations('requests.staff')
  const words = useTranslations('requests')
  const zoneOf = (row: QueuedRequest) => getManifest(row.brand).zone
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          label: words('kind'),
          names: true,
          cell: (row) => <TextLink href={`/staff/requests/${row.brand}/${row.id}`}>{t(`kinds.${row.kind}`)}</TextLink>,
        },
        { key: 'number', label: words('number'), cell: (row) => <RequestNumber number={row.number} /> },
        ...(several
          ? [{ key: 'brand', label: t('brand'), cell: (row: QueuedRequest) => getManifest(row.brand).name }]
          : []),
        {
          key: 'due',
          label: words(over ? 'closed' : 'due'),
          cell: (row) => <AnswerDue request={row} zone={zoneOf(row)} />,
        },
        {
          key: 'state',
          label: words('state'),
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-2">
              <RequestBadges request={row} forStaff />
              {row.repeats > 0 ? <Badge tone="warn">{t('repeated', { count: row.repeats })}</Badge> : null}
            </span>
          ),
        },
        { key: 'sent', label: words('sent'), cell: (row) => <DateTime at={row.openedAt} zone={zoneOf(row)} /> },
        { key: 'taken', label: t('handler'), cell: (row) => row.handlerName ?? t('nobody') },
      ]}
    />
  )
}
