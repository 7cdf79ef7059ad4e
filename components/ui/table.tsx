import { Fragment, isValidElement, type ReactNode } from 'react'
import { Static } from './static.tsx'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** `end` for amounts and counts. */
  align?: 'start' | 'end'
  /** The column that names the row. */
  names?: boolean
  /** On a phone without the column's name beside it: for buttons. */
  bare?: boolean
}

export interface TableProps<Row> {
  /** What the table holds; read out, and seen only with `showCaption`. */
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** What of a row has no column: a line of its own below it, as wide as the table. */
  below?: (row: Row) => ReactNode
  /** A last row: totals, in the order of the columns. */
  footer?: readonly ReactNode[]
  showCaption?: boolean
}

/** What the elements mean anyway; said again because some browsers forget it when a style sheet lays them out as blocks. */
const ROLE = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** Rows in columns; on a phone each row is a card. */
export function Table<Row>({ caption, columns, rows, rowKey, below, footer, showCaption = false }: TableProps<Row>) {
  return (
    <Static as="table" {...ROLE.table} className="table-cards w-full border-collapse text-start">
      <caption className={showCaption ? 'mb-2 text-start font-medium' : 'sr-only'}>{caption}</caption>
      <thead {...ROLE.rowgroup}>
        <tr {...ROLE.row} className="border-b border-line-strong">
          {columns.map((column) => (
            <th key={column.key} {...ROLE.columnheader} scope="col" className={look(column)}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...ROLE.rowgroup}>
        {rows.map((row) => (
          <Fragment key={rowKey(row)}>
            <tr {...ROLE.row}>{columns.map((column) => cell(column, row))}</tr>
            {below ? (
              <tr {...ROLE.row} data-below="">
                <td {...ROLE.cell} data-bare="" colSpan={columns.length}>
                  {below(row)}
                </td>
              </tr>
            ) : null}
          </Fragment>
        ))}
      </tbody>
      {footer ? <Footer columns={columns} cells={footer} /> : null}
    </Static>
  )
}

/** Called, not rendered as a component: a table has many. */
function cell<Row>(column: Column<Row>, row: Row) {
  const bare = column.bare ? '' : undefined
  if (column.names) {
    return (
      <th
        key={column.key}
        {...ROLE.rowheader}
        scope="row"
        data-label={column.label}
        data-bare={bare}
        className={look(column)}
      >
        {inOne(column.cell(row))}
      </th>
    )
  }
  return (
    <td key={column.key} {...ROLE.cell} data-label={column.label} data-bare={bare} className={cellLook(column)}>
      {inOne(column.cell(row))}
    </td>
  )
}

/** Several things in a cell stay together beside the column's name; a single one needs no frame for that. */
function inOne(content: ReactNode): ReactNode {
  const several = Array.isArray(content) || (isValidElement(content) && content.type === Fragment)
  return several ? <span>{content}</span> : content
}

function Footer<Row>({ columns, cells }: { columns: readonly Column<Row>[]; cells: readonly ReactNode[] }) {
  return (
    <tfoot {...ROLE.rowgroup}>
      <tr {...ROLE.row} className="font-semibold">
        {columns.map((column, index) => (
          <td key={column.key} {...ROLE.cell} data-label={column.label} className={cellLook(column)}>
            {cells[index]}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

function look<Row>(column: Column<Row>): string | undefined {
  // Buttons stay in sight where the table is wider than its frame.
  if (column.bare) return 'print:hidden sm:sticky sm:end-0 sm:bg-canvas'
  return column.align === 'end' ? 'sm:text-end' : undefined
}

/** A sum stays on one line with its unit; the name of its column may take two. */
function cellLook<Row>(column: Column<Row>): string | undefined {
  return column.align === 'end' && !column.bare ? 'sm:text-end sm:whitespace-nowrap' : look(column)
}
