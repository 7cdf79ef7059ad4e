import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decisionName } from '#lib/consents/index.ts'
import { type DeliveryView, listDeliveries } from '#lib/deliveries/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { pagesAround, readCursor } from '#lib/web/page-cursor.ts'
import { requireGrant } from '#lib/web/require-grant.ts'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ before?: string }>
}

const SIZE = 50
const TONE = {
  queued: 'neutral',
  sent: 'info',
  confirmed: 'good',
  retrying: 'warn',
  failed: 'bad',
  superseded: 'neutral',
} as const satisfies Record<DeliveryView['state'], Tone>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('consents.deliveries'))('title') }
}

/** Which recipients were told of which decision, and how far that has come (WEA-14). */
export default async function DeliveriesPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const before = readCursor((await searchParams).before)
  const grant = await requireGrant('consents:view', brand)
  const [rows, t] = await Promise.all([
    listDeliveries(grant, { limit: SIZE + 1, ...(before ? { before } : {}) }),
    getTranslations('consents'),
  ])
  const path = `/${brand}/me/choices/deliveries`
  const around = pagesAround(path, { before, size: SIZE, rows: rows.map(({ id, createdAt: at }) => ({ id, at })) })
  return (
    <>
      <PageHeader
        title={t('deliveries.title')}
        lead={t('deliveries.lead')}
        back={{ href: `/${brand}/me/choices`, label: t('title') }}
      />
      {rows.length === 0 ? (
        <EmptyState icon="send" title={t('deliveries.empty.title')}>
          {t('deliveries.empty.text')}
        </EmptyState>
      ) : (
        <Deliveries brand={brand} rows={rows.slice(0, SIZE)} />
      )}
      <Pagination {...around} />
    </>
  )
}

async function Deliveries({ brand, rows }: { brand: string; rows: DeliveryView[] }) {
  const [t, locale] = await Promise.all([getTranslations('consents'), requestLocale()])
  const manifest = getManifest(brand)
  const { zone } = manifest
  return (
    <Table
      caption={t('deliveries.title')}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'recipient',
          label: t('deliveries.recipient'),
          names: true,
          cell: (row) => decisionName(manifest, `recipient:${row.recipient}`, locale),
        },
        {
          key: 'decision',
          label: t('deliveries.decision'),
          cell: (row) =>
            t('deliveries.about', {
              decision: t(`decisions.${asDecision(row.decision)}`),
              purpose: decisionName(manifest, row.purpose, locale),
            }),
        },
        {
          key: 'on',
          label: t('history.on'),
          cell: (row) => <DateTime at={row.decidedAt} zone={zone} show="datetime" />,
        },
        {
          key: 'state',
          label: t('deliveries.state'),
          cell: (row) => (
            <>
              <Badge tone={TONE[row.state]}>{t(`deliveries.states.${row.state}`)}</Badge>
              <span className="mt-1 block text-sm text-ink-soft">
                {row.state === 'confirmed' && row.confirmedAt ? (
                  <DateTime at={row.confirmedAt} zone={zone} show="datetime" />
                ) : null}
                {row.state === 'retrying' || row.state === 'failed'
                  ? t('deliveries.attempts', { count: row.attempts })
                  : null}
                {row.state === 'retrying' && row.nextAttemptAt ? (
                  <>
                    {' · '}
                    {t.rich('deliveries.next', {
                      at: () => <DateTime at={row.nextAttemptAt ?? row.createdAt} zone={zone} show="datetime" />,
                    })}
                  </>
                ) : null}
                {row.state === 'failed' ? ` · ${t('deliveries.seen')}` : null}
              </span>
            </>
          ),
        },
      ]}
    />
  )
}

function asDecision(value: string) {
  return value === 'granted' || value === 'refused' ? value : 'withdrawn'
}
