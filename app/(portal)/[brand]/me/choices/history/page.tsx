import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Details } from '#components/ui/details.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { type ConsentHistoryEntry, consentHistory, decisionName } from '#lib/consents/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readCursor } from '#lib/web/page-cursor.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ before?: string }>
}

const SIZE = 50
const TONE = { granted: 'good', refused: 'neutral', withdrawn: 'warn' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.history'))('title') }
}

/** Every decision that was ever recorded, with the words that stood beside it (WEA-10). */
export default async function ConsentHistoryPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const before = readCursor((await searchParams).before)
  const grant = await requireGrant('consents:view', brand)
  const [rows, t] = await Promise.all([
    consentHistory(grant, { limit: SIZE + 1, ...(before ? { before } : {}) }),
    getTranslations('consents'),
  ])
  const path = `/${brand}/me/choices/history`
  const around = pagesAround(path, { before, size: SIZE, rows: rows.map(({ id, decidedAt: at }) => ({ id, at })) })
  return (
    <>
      <PageHeader
        title={t('history.title')}
        lead={t('history.lead')}
        back={{ href: `/${brand}/me/choices`, label: t('title') }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="choices" title={t('history.empty.title')}>
          {t('history.empty.text')}
        </EmptyState>
      ) : (
        <Decisions brand={brand} rows={rows.slice(0, SIZE)} />
      )}
      <Pagination {...around} />
    </>
  )
}

async function Decisions({ brand, rows }: { brand: string; rows: ConsentHistoryEntry[] }) {
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const manifest = getManifest(brand)
  const { zone } = manifest
  return (
    <Table
      caption={t('history.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'purpose',
          label: t('history.purpose'),
          names: true,
          cell: (row) => decisionName(manifest, row.purpose, locale),
        },
        {
          key: 'decision',
          label: t('history.decision'),
          cell: (row) => (
            <>
              <Badge tone={TONE[row.decision]}>{t(`decisions.${row.decision}`)}</Badge>
              <span className="mt-1 block text-sm text-ink-soft">{t(`ways.${row.way}`)}</span>
            </>
          ),
        },
        {
          key: 'on',
          label: t('history.on'),
          cell: (row) => (
            <>
              <DateTime at={row.decidedAt} zone={zone} show="datetime" />
              <span className="mt-1 block text-sm text-ink-soft">
                {t('history.underVersion', { version: row.noticeVersion })}
              </span>
            </>
          ),
        },
        {
          key: 'text',
          label: t('history.text'),
          cell: (row) => (
            <>
              {row.text ? (
                <Details summary={t('history.show')}>
                  <p lang={row.locale} className="max-w-prose whitespace-pre-line">
                    {row.text}
                  </p>
                </Details>
              ) : (
                t('history.noText')
              )}
              <a
                className="link"
                href={`/api/${brand}/consents/${row.id}`}
                download
                aria-label={t('history.receiptLabel', { purpose: decisionName(manifest, row.purpose, locale) })}
              >
                {t('history.download')}
              </a>
            </>
          ),
        },
      ]}
    />
  )
}
