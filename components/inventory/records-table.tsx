import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '#components/ui/badge.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Masked } from '#components/ui/masked.tsx'
import { type Column, Table } from '#components/ui/table.tsx'
import { type HeldRow, type KeptUntil, toldFields } from '#lib/inventory/schema.ts'
import { HeldValueText, Moment, type ShownField } from './held-value.tsx'
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

/** What is said of each row, in a column or below the others. */
interface Part extends Column<HeldRow> {
  readonly aside?: boolean
  /** Whether the row says anything here; below the others, what is empty takes no room. */
  readonly says: (row: HeldRow) => boolean
}

/** So many columns fit beside each other, in any language. */
const MOST_COLUMNS = 5
/** So many are left where the rest stands below them. */
const COLUMNS_ABOVE = 4
/** What scrolls must be reached by the keyboard (WCAG 2.1.1). */
const SCROLLED_BY_KEYS = { tabIndex: 0 }

/** Rows of one category with the fields that the manifest declares. */
export function RecordsTable(props: RecordsTableProps) {
  const { caption, rows, zone, actions } = props
  const t = useTranslations('inventory.records')
  const locale = useLocale()
  const parts = usePartsOf(props)
  const doing = actions && ((row: HeldRow) => actions(row, formatDate(row.at, locale, zone, 'datetime')))
  const beside = parts.length + (doing ? 1 : 0) <= MOST_COLUMNS
  const columns: Part[] = beside ? [...parts] : parts.filter(({ aside }) => !aside).slice(0, COLUMNS_ABOVE)
  const rest = parts.filter((part) => !columns.includes(part))
  if (beside && doing)
    columns.push({
      key: '$do',
      label: t('actions'),
      bare: true,
      says: () => true,
      cell: (row) => <div className="flex min-w-32 flex-wrap gap-x-4 gap-y-2">{doing(row)}</div>,
    })
  return (
    // On a narrow screen a table may be wider than the page all the same; it scrolls within its frame then.
    <section className="relative overflow-x-auto" aria-label={caption} {...SCROLLED_BY_KEYS}>
      <Table
        caption={caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        {...(beside ? {} : { below: (row: HeldRow) => <Below row={row} parts={rest} actions={doing?.(row)} /> })}
      />
    </section>
  )
}

/** What has no column: each with its name before it, and what can be done with the row. */
function Below({ row, parts, actions }: { row: HeldRow; parts: readonly Part[]; actions: ReactNode }) {
  return (
    <div className="flex-wrap gap-x-6 gap-y-2 text-sm sm:flex">
      <dl className="gap-x-6 gap-y-1 sm:flex sm:flex-wrap">
        {parts
          .filter(({ says }) => says(row))
          .map(({ key, label, cell }) => (
            <div key={key} className="sm:flex sm:flex-wrap sm:gap-x-2">
              <dt className="text-ink-soft">{label}</dt>
              <dd>{cell(row)}</dd>
            </div>
          ))}
      </dl>
      {actions ? (
        <div className="flex flex-wrap gap-x-4 gap-y-2 max-sm:mt-2 sm:ms-auto print:hidden">{actions}</div>
      ) : null}
    </div>
  )
}

function usePartsOf({ shape, fields, rows, revealed, zone, keptUntil, picture }: RecordsTableProps): Part[] {
  const t = useTranslations('inventory.records')
  const locale = useLocale()
  // The time of a record is often one of its fields; then it need not be said twice.
  const timed = fields.some(({ type }) => type === 'datetime' || type === 'day')
  const always = () => true
  const at: Part = {
    key: '$at',
    label: t('at'),
    names: true,
    says: always,
    cell: (row) => <Moment at={row.at} text={formatDate(row.at, locale, zone, 'datetime')} />,
  }
  const device: Part = {
    key: '$device',
    label: t('device'),
    says: ({ device: name }) => name !== undefined,
    cell: (row) => (row.device === '' ? t('deviceGone') : (row.device ?? t('missing'))),
  }
  const until: Part = {
    key: '$until',
    label: t('until'),
    aside: true,
    says: always,
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
  }
  const told = toldFields(fields)
  const naming = timed ? told.find(({ aside }) => !aside) : null
  const ofField = (field: ShownField): Part => {
    const shownOf = (row: HeldRow) => (revealed?.id === row.id ? revealed : row)
    const isMasked = (row: HeldRow) =>
      field.sensitive && shownOf(row) === row && !row.nothingHidden && row.values[field.key] == null
    const heldIn = (row: HeldRow) => shownOf(row).values[field.key] ?? null
    return {
      key: field.key,
      label: field.label,
      names: field === naming,
      aside: field.aside ?? false,
      says: (row) => isMasked(row) || (heldIn(row) !== null && heldIn(row) !== ''),
      cell: (row) =>
        isMasked(row) ? (
          <Masked />
        ) : (
          <HeldValueText value={heldIn(row)} field={field} shape={shape} zone={zone} row={shownOf(row).values} />
        ),
    }
  }
  return [
    ...(timed ? [] : [at]),
    ...(picture ? [{ key: '$picture', label: t('picture'), says: always, cell: picture }] : []),
    ...told.map(ofField),
    ...(rows.some((row) => row.device !== undefined) ? [device] : []),
    until,
  ]
}
