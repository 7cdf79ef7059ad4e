import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AnswerDue } from '#components/requests/answer-due.tsx'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { countQueues, listQueue, type QueuedRequest } from '#lib/requests/index.ts'
import { QueueQuery } from '#lib/requests/schema.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { queueAddress } from './queue-address.ts'
import { QueueFilter } from './queue-filter.tsx'

interface PageProps {
  searchParams: Promise<{
    brand?: string
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

/** What people asked of one brand, the next answer due first, and how much waits in every brand (WBP-19). */
export default async function QueuePage({ searchParams }: PageProps) {
  const asked = await searchParams
  const brand = asked.brand ?? BRAND_KEYS[0] ?? ''
  const query = QueueQuery.parse(asked)
  const page = readPage(asked.before, SIZE)
  const grant = await requireStaff('requests:queue', brand)
  const [rows, counts, t] = await Promise.all([
    listQueue(grant, { ...query, ...page }),
    countQueues(issueGrant(grant.actor, 'requests:count', { brand: '' })),
    getTranslations('requests.staff'),
  ])
  const { answerDays, name } = getManifest(brand)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: name, days: answerDays })} />
      <QueueFilter brand={brand} query={query} counts={counts} />
      <Section title={t(`parts.${query.part}`)}>
        {rows.length === 0 ? (
          <EmptyState icon="check" title={t('empty')} />
        ) : (
          <Queue brand={brand} rows={rows.slice(0, SIZE)} over={query.part === 'over'} />
        )}
        <Pagination
          {...pagesAround(queueAddress(brand, query), { ...page, size: SIZE, rows })}
          ordered={query.part !== 'over'}
        />
      </Section>
    </>
  )
}

function Queue({ brand, rows, over }: { brand: string; rows: QueuedRequest[]; over: boolean }) {
  const t = useTranslations('requests.staff')
  const words = useTranslations('requests')
  const { zone } = getManifest(brand)
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
          cell: (row) => <TextLink href={`/staff/requests/${brand}/${row.id}`}>{t(`kinds.${row.kind}`)}</TextLink>,
        },
        { key: 'due', label: words(over ? 'closed' : 'due'), cell: (row) => <AnswerDue request={row} zone={zone} /> },
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
        { key: 'sent', label: words('sent'), cell: (row) => <DateTime at={row.openedAt} zone={zone} /> },
        { key: 'taken', label: t('handler'), cell: (row) => row.handlerName ?? t('nobody') },
      ]}
    />
  )
}
