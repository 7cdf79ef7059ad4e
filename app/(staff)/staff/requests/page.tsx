import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { AnswerDue } from '#components/requests/answer-due.tsx'
import { RequestBadges } from '#components/requests/request-badges.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import { inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { countQueue, listQueue, type QueuedRequest } from '#lib/requests/index.ts'
import { QUEUE_PARTS, type QueuePart } from '#lib/requests/schema.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; part?: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.staff'))('title') }
}

/** What people asked of one brand, the next answer due first (WBP-19). */
export default async function QueuePage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const part = QUEUE_PARTS.find((known) => known === query.part) ?? 'open'
  const grant = await requireStaff('requests:queue', brand)
  const t = await getTranslations('requests.staff')
  const { rows, counts } = await inScope(grant, async () => ({
    rows: await listQueue(grant, part),
    counts: await countQueue(grant),
  }))
  const { answerDays, name } = getManifest(brand)
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: name, days: answerDays })} />
      <Filter brand={brand} part={part} counts={counts} />
      <Section title={t(`parts.${part}`)}>
        {rows.length === 0 ? <EmptyState icon="check" title={t('empty')} /> : <Queue brand={brand} rows={rows} />}
      </Section>
    </>
  )
}

interface FilterProps {
  brand: string
  part: QueuePart
  counts: Awaited<ReturnType<typeof countQueue>>
}

/** Asks only, so it is a plain form that changes the address. */
function Filter({ brand, part, counts }: FilterProps) {
  const t = useTranslations('requests.staff')
  return (
    <BrandChoice brand={brand}>
      <Field
        name="part"
        kind="select"
        label={t('part')}
        defaultValue={part}
        width={16}
        options={QUEUE_PARTS.map((value) => ({
          value,
          label: value === 'over' ? t('parts.over') : t('counted', { part: t(`parts.${value}`), count: counts[value] }),
        }))}
      />
      {counts.overdue > 0 ? <Badge tone="bad">{t('overdueNow', { count: counts.overdue })}</Badge> : null}
    </BrandChoice>
  )
}

function Queue({ brand, rows }: { brand: string; rows: QueuedRequest[] }) {
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
          cell: (row) => <TextLink href={`/staff/requests/${brand}/${row.id}`}>{words(`kinds.${row.kind}`)}</TextLink>,
        },
        { key: 'due', label: words('dueOrClosed'), cell: (row) => <AnswerDue request={row} zone={zone} /> },
        {
          key: 'state',
          label: words('state'),
          cell: (row) => (
            <span className="inline-flex flex-wrap gap-2">
              <RequestBadges request={row} />
              {row.repeats > 0 ? <Badge tone="warn">{t('repeated', { count: row.repeats })}</Badge> : null}
            </span>
          ),
        },
        { key: 'sent', label: words('sent'), cell: (row) => <DateTime at={row.openedAt} zone={zone} /> },
        { key: 'taken', label: t('handler'), cell: (row) => t(row.handlerId ? 'taken' : 'nobody') },
      ]}
    />
  )
}
