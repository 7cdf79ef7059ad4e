import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { type ApprovalView, listApprovals } from '#lib/approvals/index.ts'
import type { ApprovalState } from '#lib/approvals/schema.ts'
import { findManifest } from '#lib/brands/index.ts'
import { OPERATIONS } from '#lib/operations/index.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaffActor } from '#lib/web/require-staff.ts'
import { ApprovalCard } from './approval-card.tsx'
import { approvalWords } from './approval-words.ts'

interface PageProps {
  searchParams: Promise<{ done?: string; code?: string; waiting?: string; before?: string }>
}

const SIZE = 25
const DONE = ['asked', 'approved', 'refused', 'withdrawn'] as const
const TONES: Record<ApprovalState, Tone> = {
  requested: 'info',
  approved: 'info',
  refused: 'warn',
  withdrawn: 'neutral',
  expired: 'neutral',
  done: 'good',
  failed: 'bad',
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('approvals'))('title') }
}

/** Important operations of all brands: those that wait for a second person, and what became of the others (ENB-09). */
export default async function ApprovalsPage({ searchParams }: PageProps) {
  const query = await searchParams
  const staff = await requireStaffActor()
  const grant = issueGrant(staff, 'approvals:view', { brand: '' })
  const [next, past] = [readPage(query.waiting, SIZE), readPage(query.before, SIZE)]
  const { waiting, over } = await inScope(grant, async () => ({
    waiting: await listApprovals(grant, OPERATIONS, { part: 'waiting', ...next }),
    over: await listApprovals(grant, OPERATIONS, { part: 'over', ...past }),
  }))
  const t = await getTranslations('approvals')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Done done={query.done} code={query.code} />
      <Section title={t('waiting.title')}>
        {waiting.length === 0 ? <EmptyState icon="check" title={t('waiting.empty')} /> : null}
        <ul className="grid gap-4">
          {waiting.slice(0, SIZE).map((approval) => (
            <li key={approval.id}>
              <ApprovalCard approval={approval} />
            </li>
          ))}
        </ul>
        <Pagination
          {...pagesAround('/staff/approvals', {
            ...next,
            size: SIZE,
            rows: waiting.map(({ expiresAt: at, id }) => ({ at, id })),
            name: 'waiting',
          })}
          ordered
        />
      </Section>
      <Section title={t('over.title')}>
        {over.length === 0 ? <EmptyState icon="audit" title={t('over.empty')} /> : <Over rows={over.slice(0, SIZE)} />}
        <Pagination {...pagesAround('/staff/approvals', { ...past, size: SIZE, rows: over })} />
      </Section>
    </>
  )
}

function Done({ done, code }: { done: string | undefined; code: string | undefined }) {
  const t = useTranslations('approvals.done')
  const errors = useTranslations('errors')
  if (done === 'failed')
    return <Notice tone="bad" title={t('failed', { reason: code && errors.has(code) ? errors(code) : '–' })} />
  const known = DONE.find((one) => one === done)
  return known ? <Notice tone={known === 'asked' ? 'info' : 'good'} title={t(known)} /> : null
}

async function Over({ rows }: { rows: ApprovalView[] }) {
  const [t, errors, roles, words] = await Promise.all([
    getTranslations('approvals'),
    getTranslations('errors'),
    getTranslations('shell.staff.roles'),
    approvalWords(),
  ])
  return (
    <Table
      caption={t('over.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'what',
          label: t('what'),
          names: true,
          cell: (row) => (
            <>
              {words(row).title}
              <span className="block text-sm font-normal text-ink-soft">
                {findManifest(row.brand)?.name ?? row.brand} · {words(row).summary}
              </span>
            </>
          ),
        },
        {
          key: 'who',
          label: t('who'),
          cell: (row) => t('person', { name: row.requestedBy, role: roles(row.requestedRole) }),
        },
        { key: 'why', label: t('why'), cell: (row) => row.reason ?? t('reasonGone') },
        {
          key: 'when',
          label: t('when'),
          cell: (row) => (
            <DateTime at={row.at} zone={findManifest(row.brand)?.zone ?? 'UTC'} show="datetime" withZone />
          ),
        },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => (
            <>
              <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>
              {row.outcome && errors.has(row.outcome) ? (
                <span className="block text-sm text-ink-soft">{errors(row.outcome)}</span>
              ) : null}
            </>
          ),
        },
        {
          key: 'by',
          label: t('by'),
          cell: (row) => (
            <>
              {row.decidedBy ?? '–'}
              {row.note ? <span className="block text-sm text-ink-soft">{row.note}</span> : null}
            </>
          ),
        },
      ]}
    />
  )
}
