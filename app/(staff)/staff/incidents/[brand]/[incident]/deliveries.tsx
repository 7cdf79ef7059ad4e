import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Form } from '#components/ui/form.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { Table } from '#components/ui/table.tsx'
import type { Tone } from '#components/ui/tone.ts'
import { DELIVERY_STATES, type DeliveryState } from '#lib/announcements/schema.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { DeliveryPage } from '#lib/incidents/index.ts'
import { postLettersAction } from '../../actions.ts'

const TONES: Record<DeliveryState, Tone> = {
  waiting: 'info',
  sent: 'good',
  failed: 'bad',
  letter: 'good',
  unreachable: 'warn',
}

interface DeliveriesProps {
  brand: string
  incident: string
  page: DeliveryPage
  size: number
  /** Whether it is the first page of them. */
  first: boolean
  may: boolean
}

/** How each person was told, and the list for letters to those whom nothing reached. */
export async function Deliveries({ brand, incident, page, size, first, may }: DeliveriesProps) {
  const t = await getTranslations('incidents.deliveries')
  const { counts } = page
  const rows = page.rows.slice(0, size)
  const last = rows.at(-1)
  const path = `/staff/incidents/${brand}/${incident}`
  return (
    <Section title={t('title')} lead={t(page.finished ? 'finished' : 'running')}>
      <DescriptionList
        items={[
          ...DELIVERY_STATES.map((state) => ({ term: t(`states.${state}`), value: String(counts[state]) })),
          { term: t('seen'), value: String(counts.seen) },
        ]}
      />
      <p className="my-4">
        <TextLink href={`/${brand}/announcements/${page.announcement}`}>{t('public')}</TextLink>
      </p>
      {may && counts.unreachable + counts.failed > 0 ? (
        <div className="mb-6 flex flex-wrap gap-3">
          <Button href={`/api/${brand}/incidents/${incident}/letters`} tone="secondary" external>
            {t('letters')}
          </Button>
          <Form inline action={postLettersAction} hidden={{ brand, incident }} submit={t('posted')} tone="secondary" />
        </div>
      ) : null}
      <Rows brand={brand} rows={rows} />
      <Pagination
        ordered
        newer={first ? null : path}
        older={page.rows.length > size && last ? `${path}?after=${last.subject}` : null}
      />
    </Section>
  )
}

async function Rows({ brand, rows }: { brand: string; rows: DeliveryPage['rows'] }) {
  const t = await getTranslations('incidents.deliveries')
  const { zone } = getManifest(brand)
  return (
    <Table
      caption={t('title')}
      rows={rows}
      rowKey={(row) => row.subject}
      columns={[
        { key: 'account', label: t('account'), names: true, cell: (row) => row.ref },
        { key: 'channel', label: t('channel'), cell: (row) => t(`channels.${row.channel}`) },
        {
          key: 'state',
          label: t('state'),
          cell: (row) => <Badge tone={TONES[row.state]}>{t(`states.${row.state}`)}</Badge>,
        },
        { key: 'at', label: t('at'), cell: (row) => <DateTime at={row.at} zone={zone} show="datetime" withZone /> },
        {
          key: 'seen',
          label: t('seen'),
          cell: (row) => (row.seenAt ? <DateTime at={row.seenAt} zone={zone} show="datetime" /> : '–'),
        },
      ]}
    />
  )
}
