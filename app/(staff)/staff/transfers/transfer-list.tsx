import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Form } from '#components/ui/form.tsx'
import { Table } from '#components/ui/table.tsx'
import { getManifest } from '#lib/brands/index.ts'
import type { MarkedTransfer } from '#lib/transfers/index.ts'
import { takeBackTransferAction } from './actions.ts'

/** Whose data was marked for which country, by whom and when; a mark can be taken back. */
export function TransferList({ brand, rows }: { brand: string; rows: readonly MarkedTransfer[] }) {
  const t = useTranslations('transparency.transfers')
  const locale = useLocale()
  const { zone } = getManifest(brand)
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  return (
    <Table
      caption={t('list.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'ref', label: t('mark.ref'), names: true, cell: ({ ref }) => ref },
        {
          key: 'country',
          label: t('mark.country'),
          cell: ({ country }) => <span className="wrap-break-word">{countries.of(country) ?? country}</span>,
        },
        {
          key: 'reason',
          label: t('mark.reason'),
          cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span>,
        },
        {
          key: 'at',
          label: t('list.at'),
          cell: ({ at }) => <DateTime at={at} zone={zone} show="datetime" withZone />,
        },
        { key: 'by', label: t('list.by'), cell: ({ markedBy }) => markedBy ?? t('list.nobody') },
        {
          key: 'state',
          label: t('list.state'),
          cell: (row) => (row.takenBackAt ? <TakenBack row={row} zone={zone} /> : <TakeBack brand={brand} row={row} />),
        },
      ]}
    />
  )
}

function TakenBack({ row: { takenBackAt, takenBackBy }, zone }: { row: MarkedTransfer; zone: string }) {
  const t = useTranslations('transparency.transfers.list')
  return (
    <>
      <Badge>{t('takenBack')}</Badge>
      <span className="block text-sm text-ink-soft">
        {t.rich('takenBackBy', {
          at: () => (takenBackAt ? <DateTime at={takenBackAt} zone={zone} show="datetime" /> : null),
          name: takenBackBy ?? t('nobody'),
        })}
      </span>
    </>
  )
}

function TakeBack({ brand, row }: { brand: string; row: MarkedTransfer }) {
  const t = useTranslations('transparency.transfers.list')
  return (
    <div className="grid justify-items-start gap-2">
      <Badge tone="info">{t('standing')}</Badge>
      <Form
        folded={t('takeBack')}
        action={takeBackTransferAction}
        hidden={{ brand, transfer: row.id, returnTo: `/staff/transfers?brand=${brand}` }}
        submit={t('takeBack')}
        label={t('takeBackLabel', { ref: row.ref })}
        tone="danger"
        inline
      >
        <p className="max-w-prose">{t('takeBackText')}</p>
      </Form>
    </div>
  )
}
