import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Masked } from '#components/ui/masked.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import type { HeldRow, KeptUntil } from '#lib/inventory/schema.ts'
import { HeldValueText, type ShownField, SUMS } from './held-value.tsx'
import { KeptUntilText } from './kept-until-text.tsx'

export interface RecordsTableProps {
  caption: string
  shape: string
  fields: readonly ShownField[]
  rows: readonly HeldRow[]
  /** The row whose sensitive values were asked for, with them. */
  revealed: HeldRow | null
  zone: string
  keptUntil: (row: HeldRow) => KeptUntil
  /** What a row looks like, where it is a picture. */
  picture?: (row: HeldRow) => ReactNode
  /** What can be done with a row, which is of that time; null where nothing can. */
  actions: ((row: HeldRow, at: string) => ReactNode) | null
}

/** What scrolls must be reached by the keyboard (WCAG 2.1.1). */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Rows of one category with the fields that the manifest declares. */
export function RecordsTable(props: RecordsTableProps) {
  const { caption, shape, fields, rows, revealed, zone, keptUntil, picture, actions } = props
  const t = useTranslations('inventory.records')
  const locale = useLocale()
  const written = (row: HeldRow) => formatDate(row.at, locale, zone, 'datetime')
  // The time of a record is often one of its fields; then it need not be said twice.
  const timed = fields.some(({ type }) => type === 'datetime' || type === 'day')
  // A sum is written with its currency.
  const sums = fields.some(({ key }) => SUMS.has(key))
  const told = sums ? fields.filter(({ key }) => key !== 'currency') : fields
  const columns: Column<HeldRow>[] = [
    ...(timed
      ? []
      : [
          {
            key: '$at',
            label: t('at'),
            names: true,
            cell: (row: HeldRow) => (
              <time className="whitespace-nowrap" dateTime={row.at.toISOString()}>
                {written(row)}
              </time>
            ),
          },
        ]),
    ...(picture ? [{ key: '$picture', label: t('picture'), cell: picture }] : []),
    ...told.map((field, index) => ({
      key: field.key,
      label: field.label,
      names: timed && index === 0,
      cell: (row: HeldRow) => {
        const shown = revealed?.id === row.id ? revealed : row
        const masked = field.sensitive && shown === row && !row.nothingHidden && row.values[field.key] == null
        if (masked) return <Masked />
        const { [field.key]: value = null, currency = null } = shown.values
        return <HeldValueText value={value} field={field} shape={shape} zone={zone} currency={currency} />
      },
    })),
    ...(rows.some((row) => row.device !== undefined)
      ? [
          {
            key: '$device',
            label: t('device'),
            cell: (row: HeldRow) => (row.device === '' ? t('deviceGone') : (row.device ?? t('missing'))),
          },
        ]
      : []),
    {
      key: '$until',
      label: t('until'),
      cell: (row) => (
        <>
          <span className="block min-w-[14ch] wrap-break-word">
            <KeptUntilText until={keptUntil(row)} zone={zone} />
          </span>
          {row.givenByOther ? <Badge tone="info">{t('others')}</Badge> : null}
          {row.correctedAt ? (
            <Badge tone="info">{t('corrected', { at: formatDate(row.correctedAt, locale, zone) })}</Badge>
          ) : null}
          {row.contestedAt ? <Badge tone="warn">{t('contested')}</Badge> : null}
        </>
      ),
    },
  ]
  if (actions)
    columns.push({
      key: '$do',
      label: t('actions'),
      bare: true,
      cell: (row) => <div className="flex min-w-32 flex-wrap gap-x-4 gap-y-2">{actions(row, written(row))}</div>,
    })
  return (
    // Many fields are wider than a page; the table scrolls within its frame then.
    <section className="relative overflow-x-auto" aria-label={caption} {...SCROLLED_BY_KEYS}>
      <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </section>
  )
}
