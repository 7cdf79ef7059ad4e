import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AnswerDue } from '#components/requests/answer-due.tsx'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { RequestNumber } from '#components/requests/request-number.tsx'
import { LinkCard } from '#components/transparency/link-card.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { listRequests } from '#lib/requests/index.ts'
import { REQUEST_KINDS, type RequestView } from '#lib/requests/schema.ts'
import { pagesAround, readCursor } from '#lib/web/page-cursor.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ before?: string }>
}

const SIZE = 20

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests'))('title') }
}

/** Ask for one's rights or complain, and follow it to its answer (WEA-16). */
export default async function RequestsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const before = readCursor((await searchParams).before)
  const grant = await requireGrant('requests:view', brand)
  const { answerDays, zone } = getManifest(brand)
  const [rows, t] = await Promise.all([
    listRequests(grant, { limit: SIZE + 1, ...(before ? { before } : {}) }),
    getTranslations('requests'),
  ])
  const cursors = rows.map(({ id, openedAt: at }) => ({ id, at }))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { days: answerDays })} />
      <Section title={t('list')}>
        {rows.length === 0 ? (
          <EmptyState icon="send" title={t('empty.title')}>
            {t('empty.text')}
          </EmptyState>
        ) : (
          <Requests rows={rows.slice(0, SIZE)} brand={brand} zone={zone} />
        )}
        <Pagination {...pagesAround(`/${brand}/me/requests`, { before, size: SIZE, rows: cursors })} />
      </Section>
      {grant.actor.kind === 'person' ? <Choose brand={brand} /> : null}
    </>
  )
}

function Requests({ rows, brand, zone }: { rows: RequestView[]; brand: string; zone: string }) {
  const t = useTranslations('requests')
  return (
    <Table
      caption={t('list')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'kind',
          label: t('kind'),
          names: true,
          cell: (row) => <TextLink href={`/${brand}/me/requests/${row.id}`}>{t(`kinds.${row.kind}`)}</TextLink>,
        },
        { key: 'number', label: t('number'), cell: (row) => <RequestNumber number={row.number} /> },
        { key: 'sent', label: t('sent'), cell: (row) => <DateTime at={row.openedAt} zone={zone} /> },
        { key: 'state', label: t('state'), cell: (row) => <RequestBadges request={row} /> },
        {
          key: 'due',
          label: t('dueOrClosed'),
          cell: (row) => <AnswerDue request={row} zone={zone} />,
        },
      ]}
    />
  )
}

const FASTER = { access: 'data', export: 'account/export', choices: 'choices', correction: 'profile' } as const

function Choose({ brand }: { brand: string }) {
  const t = useTranslations('requests')
  return (
    <>
      <Section title={t('new.title')} lead={t('new.lead')} id="new">
        <ul className="grid gap-3 sm:grid-cols-2">
          {REQUEST_KINDS.map((kind) => (
            <li key={kind} className="grid">
              <LinkCard
                href={`/${brand}/me/requests/new/${kind}`}
                title={t(`kinds.${kind}`)}
                text={t(`about.${kind}`)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('faster.title')}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {(['access', 'export', 'choices', 'correction'] as const).map((key) => (
            <li key={key}>
              <TextLink href={`/${brand}/me/${FASTER[key]}`}>{t(`faster.${key}`)}</TextLink>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
