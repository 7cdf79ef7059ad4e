import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatDate } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { type AccessView, listAccesses } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readCursor } from '#lib/web/page-cursor.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ before?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('ledger'))('title') }
}

/** Who of the staff looked at this person's data or acted for them: who, when, what, why (ECH-10). */
export default async function AccessLogPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const before = readCursor((await searchParams).before)
  const grant = await requireGrant('access-ledger:view', brand)
  const [rows, t, choices] = await Promise.all([
    listAccesses(grant, { limit: SIZE + 1, ...(before ? { before } : {}) }),
    getTranslations('ledger'),
    getTranslations('consents'),
  ])
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/${brand}/me/choices`, label: choices('title') }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="shield" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : (
        <Looks zone={getManifest(brand).zone} rows={rows.slice(0, SIZE)} />
      )}
      <Pagination {...pagesAround(`/${brand}/me/access-log`, { before, size: SIZE, rows })} />
    </>
  )
}

async function Looks({ rows, zone }: { rows: AccessView[]; zone: string }) {
  const [t, roles, locale] = await Promise.all([
    getTranslations('ledger'),
    getTranslations('shell.staff.roles'),
    requestLocale(),
  ])
  const pageName = ({ page }: AccessView) => {
    const area = page.split(':')[0] ?? ''
    return t.has(`pages.${area}`) ? t(`pages.${area}`) : t('pages.other')
  }
  const what = (row: AccessView) => {
    const key = `events.${row.what.replace('.', '_')}`
    const until = row.endsAt ? formatDate(row.endsAt, locale, zone, 'time') : ''
    return t(t.has(key) ? key : 'events.other', { page: pageName(row), until })
  }
  const why = (row: AccessView) => {
    if (row.reason) return row.reason
    if (row.what.startsWith('request.')) return t('requestReason')
    if (row.what === 'account.deactivated' || row.what === 'account.reactivated') return t('reportReason')
    if (row.what.startsWith('approval.')) return t('approvalReason')
    if (row.what.startsWith('transfer.')) return t('transferReason')
    if (row.why && t.has(`lookups.${row.why}`)) return t(`lookups.${row.why}`)
    return t(row.what === 'support.found' ? 'noReason' : 'reasonGone')
  }
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'when',
          label: t('when'),
          names: true,
          cell: (row) => <DateTime at={row.at} zone={zone} show="datetime" withZone />,
        },
        {
          key: 'who',
          label: t('who'),
          cell: (row) =>
            row.staffName && row.role ? (
              <>
                {row.staffName}
                <span className="block text-sm text-ink-soft">{roles(row.role)}</span>
              </>
            ) : (
              t('someone')
            ),
        },
        { key: 'what', label: t('what'), cell: what },
        { key: 'why', label: t('why'), cell: why },
      ]}
    />
  )
}
