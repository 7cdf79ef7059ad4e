import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { issueGrant, permissionRow, type StaffActor } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { decisionName } from '#lib/consents/index.ts'
import { countFailed, type FailedDelivery, listFailedDeliveries } from '#lib/deliveries/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readPage } from '#lib/web/page-cursor.ts'
import { requireStaff, requireStaffActor } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { resendDeliveryAction } from './actions.ts'

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string; done?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.deadLetters'))('title') }
}

/** What reached no recipient, without whose decision it was; each can be sent again (WEA-14). */
export default async function StaffDeliveriesPage({ searchParams }: PageProps) {
  const query = await searchParams
  const staff = await requireStaffActor()
  const failed = await mayCount(staff)
  const brand = query.brand ?? BRAND_KEYS.find((key) => failed.has(key)) ?? BRAND_KEYS[0] ?? ''
  const page = readPage(query.before, SIZE)
  const grant = await requireStaff('deliveries:review', brand)
  const [rows, t] = await Promise.all([listFailedDeliveries(grant, page), getTranslations('consents.deadLetters')])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {query.done === 'resent' ? <Notice tone="good" title={t('resent')} /> : null}
      <BrandChoice brand={brand} counts={failed} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <DeadLetters brand={brand} rows={rows.slice(0, SIZE)} />
      )}
      <Pagination {...pagesAround(`/staff/deliveries?brand=${brand}`, { ...page, size: SIZE, rows })} />
    </>
  )
}

/** Whoever may not review them is turned away at the door of the brand. */
function mayCount(staff: StaffActor): Promise<ReadonlyMap<string, number>> {
  const holders: readonly string[] = permissionRow('deliveries:count').holders
  return holders.includes(staff.role)
    ? countFailed(issueGrant(staff, 'deliveries:count', { brand: '' }))
    : Promise.resolve(new Map())
}

async function DeadLetters({ brand, rows }: { brand: string; rows: FailedDelivery[] }) {
  const [t, decisions, locale] = await Promise.all([
    getTranslations('consents.deadLetters'),
    getTranslations('consents.decisions'),
    requestLocale(),
  ])
  const manifest = getManifest(brand)
  const nameOf = (row: FailedDelivery) => decisionName(manifest, `recipient:${row.recipient}`, locale)
  const answer = (code: string | null) =>
    code && t.has(`answers.${code}`) ? t(`answers.${code}`) : t('answered', { code: code ?? '–' })
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'recipient', label: t('recipient'), names: true, cell: nameOf },
        {
          key: 'about',
          label: t('about'),
          cell: (row) =>
            t('aboutDecision', {
              purpose: decisionName(manifest, row.purpose, locale),
              decision: decisions(row.decision === 'granted' ? 'granted' : 'withdrawn'),
            }),
        },
        {
          key: 'decided',
          label: t('decided'),
          cell: (row) => <DateTime at={row.decidedAt} zone={manifest.zone} show="datetime" withZone />,
        },
        { key: 'answer', label: t('answer'), cell: (row) => answer(row.lastAnswer) },
        { key: 'attempts', label: t('attempts'), align: 'end', cell: (row) => row.attempts },
        {
          key: 'resend',
          label: t('resend'),
          bare: true,
          cell: (row) => (
            <Form
              inline
              tone="secondary"
              action={resendDeliveryAction}
              hidden={{ brand, deliveryId: row.id, returnTo: '/staff/deliveries' }}
              submit={t('resend')}
              label={t('resendLabel', { recipient: nameOf(row) })}
            />
          ),
        },
      ]}
    />
  )
}
