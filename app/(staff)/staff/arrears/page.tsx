import type { Metadata } from 'next'
import { useLocale, useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { BillLink } from '#components/billing/bill-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Money } from '#components/ui/money.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Table } from '#components/ui/table.tsx'
import { listArrears, type StaffArrears } from '#lib/arrears/index.ts'
import { BillsQuery } from '#lib/billing/schema.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'

interface PageProps {
  searchParams: Promise<{ brand?: string; before?: string }>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices.staff'))('title') }
}

/** Overdue bills of one brand, the oldest first: how much, since when, and what was written. */
export default async function StaffArrearsPage({ searchParams }: PageProps) {
  const query = await searchParams
  const brand = query.brand ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('arrears:review', brand)
  const { before } = BillsQuery.parse({ before: query.before })
  const [{ rows, more }, t] = await Promise.all([
    listArrears(grant, { limit: SIZE, ...(before ? { after: { payableOn: before.issuedOn, id: before.id } } : {}) }),
    getTranslations('notices.staff'),
  ])
  const last = rows.at(-1)
  const here = `/staff/arrears?brand=${brand}`
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <Button href={`/staff/billing?brand=${brand}`} tone="secondary" icon="bills">
            {t('runs')}
          </Button>
        }
      />
      <BrandChoice brand={brand} />
      {rows.length === 0 ? <EmptyState icon="check" title={t('empty')} /> : <Overdue brand={brand} rows={rows} />}
      <Pagination
        newer={before ? here : null}
        ordered
        older={more && last ? `${here}&before=${last.payableOn}_${last.id}` : null}
      />
    </>
  )
}

function Overdue({ brand, rows }: { brand: string; rows: readonly StaffArrears[] }) {
  const t = useTranslations('notices.staff')
  const stages = useTranslations('notices.stages')
  const locale = useLocale()
  const { zone } = getManifest(brand)
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'bill',
          label: t('bill'),
          names: true,
          cell: ({ id, number }) => <BillLink href={`/staff/arrears/${brand}/${id}`}>{number}</BillLink>,
        },
        { key: 'ref', label: t('account'), cell: ({ ref }) => ref },
        {
          key: 'days',
          label: t('since'),
          cell: ({ payableOn, days }) =>
            t('days', { date: formatDate(new Date(payableOn), locale, 'UTC'), count: days }),
        },
        {
          key: 'stage',
          label: t('stage'),
          cell: ({ stage, noticedAt, arranged }) => (
            <>
              {stage ? stages(stage) : t('none')}
              {noticedAt ? (
                <span className="block text-sm text-ink-soft">
                  <DateTime at={noticedAt} zone={zone} />
                </span>
              ) : null}
              {arranged ? <Badge tone="info">{t('arranged')}</Badge> : null}
            </>
          ),
        },
        {
          key: 'open',
          label: t('open'),
          align: 'end',
          cell: ({ openMinor, currency }) => <Money minor={openMinor} currency={currency} />,
        },
      ]}
    />
  )
}
