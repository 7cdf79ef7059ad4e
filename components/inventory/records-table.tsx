import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Masked } from '#components/ui/masked.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import type { HeldRow, KeptUntil } from '#lib/inventory/schema.ts'
import { HeldValueText, type ShownField } from './held-value.tsx'
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
  /** What can be done with a row; null where nothing can. */
  reveal: ((row: HeldRow, at: string) => ReactNode) | null
  remove: ((row: HeldRow, at: string) => ReactNode) | null
}

/** Rows of one category with the fields that the manifest declares. */
export async function RecordsTable(props: RecordsTableProps) {
  const { caption, shape, fields, rows, revealed, zone, keptUntil, reveal, remove } = props
  const [t, locale] = await Promise.all([getTranslations('inventory.records'), getLocale()])
  const written = (row: HeldRow) => formatDate(row.at, locale, zone, 'datetime')
  const sensitive = fields.filter((field) => field.sensitive)
  // The time of a record is often one of its fields; then it need not be said twice.
  const timed = fields.some(({ type }) => type === 'datetime' || type === 'day')
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
    ...fields.map((field, index) => ({
      key: field.key,
      label: field.label,
      names: timed && index === 0,
      cell: (row: HeldRow) => {
        const shown = revealed?.id === row.id ? revealed : row
        const masked = field.sensitive && shown === row && row.values[field.key] == null
        const value = <HeldValueText value={shown.values[field.key] ?? null} field={field} shape={shape} zone={zone} />
        return masked ? <Masked /> : value
      },
    })),
    {
      key: '$until',
      label: t('until'),
      cell: (row) => (
        <>
          <KeptUntilText until={keptUntil(row)} zone={zone} />
          {row.givenByOther ? <Badge tone="info">{t('others')}</Badge> : null}
        </>
      ),
    },
  ]
  const canReveal = reveal && sensitive.length > 0
  if (canReveal || remove)
    columns.push({
      key: '$do',
      label: t('actions'),
      bare: true,
      cell: (row) => (
        <div className="flex flex-wrap gap-2">
          {canReveal && revealed?.id !== row.id ? reveal(row, written(row)) : null}
          {remove?.(row, written(row))}
        </div>
      ),
    })
  return (
    // Many fields are wider than a page; the table scrolls within its frame then.
    <div className="overflow-x-auto">
      <Table caption={caption} columns={columns} rows={rows} rowKey={(row) => row.id} />
    </div>
  )
}
