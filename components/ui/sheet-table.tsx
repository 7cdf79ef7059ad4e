import type { SheetTable as Sheet, SheetCell } from '#lib/platform/pdf/schema.ts'
import { Table } from './table.tsx'

interface Row {
  readonly key: string
  readonly cells: readonly SheetCell[]
}

/** A table of finished texts, the same that its PDF shows. */
export function SheetTable({ table }: { table: Sheet }) {
  const { caption, columns, footer } = table
  const rows: Row[] = table.rows.map((cells, index) => ({ key: String(index), cells }))
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      columns={columns.map(({ label, align }, index) => ({
        key: String(index),
        label,
        ...(align ? { align } : {}),
        ...(index === 0 ? { names: true } : {}),
        cell: ({ cells }: Row) => {
          const { text = '', note } = cells[index] ?? {}
          if (!note) return text
          return (
            <>
              {text}
              <span className="block text-sm font-normal text-ink-soft">{note}</span>
            </>
          )
        },
      }))}
      {...(footer ? { footer } : {})}
    />
  )
}
