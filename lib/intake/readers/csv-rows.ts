import { parse } from 'csv-parse/sync'
import { fileBytes } from './file-bytes.ts'
import { type BadRow, type ByteSource, badRow, type Reading, type ReadOptions } from './reading-file.ts'
import { fileFault, InputFault, rowFault } from './row-problems.ts'
import { LONGEST_LINE, type TextLine, textLines } from './text-lines.ts'

/** `cells` has the columns that were asked for, trimmed; an optional one that the file lacks is absent. */
type CsvRow = { line: number; cells: Record<string, string>; raw: string }

export type CsvColumns = {
  required: readonly string[]
  /** Taken along under their names if the file has them. */
  optional?: readonly string[]
  /** Those that hold amounts: where commas part nothing else, they may have a decimal comma. */
  amounts?: readonly string[]
  /** Other names of a column that can mean nothing else, in letters and digits alone. */
  synonyms?: Readonly<Record<string, readonly string[]>>
}

type Header = {
  width: number
  delimiter: string
  indexes: Map<string, number>
  dropsColumns: boolean
  amounts: readonly string[]
  decimalCommas: number
}

// A quoted field may hold line breaks, but a forgotten quotation mark must not swallow the rest of the file.
const MOST_LINES_OF_A_ROW = 16
const DELIMITERS = [',', ';', '\t'] as const

/** The fields of one row; null if its quotation marks do not match. */
function csvFields(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter)
  try {
    const rows: unknown[] = parse(text, { delimiter, relax_column_count: true, record_delimiter: [] })
    const [row] = rows
    return rows.length === 1 && Array.isArray(row) ? row.map(String) : null
  } catch {
    return null
  }
}

function columnKey(name: string): string {
  return name.trim().toLowerCase()
}

/** The name in letters and digits alone: "Session ID" and session_id are one. */
function looseKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Where a column is: by its name, by the name but for spaces and signs, by another name of it; -1 where it is not. */
export function columnIndex(fields: readonly string[], name: string, { synonyms = {} }: CsvColumns): number {
  const exact = fields.findIndex((field) => columnKey(field) === columnKey(name))
  if (exact >= 0) return exact
  const loose = fields.map(looseKey)
  return [looseKey(name), ...(synonyms[name] ?? [])].reduce(
    (found, wanted) => (found >= 0 ? found : loose.indexOf(wanted)),
    -1,
  )
}

/** The delimiter is the one that splits the header best; the data of these formats never decides it. */
export function headerFields(text: string): { fields: string[]; delimiter: string } {
  const [best] = DELIMITERS.map((delimiter) => ({ delimiter, fields: csvFields(text, delimiter) ?? [text] })).sort(
    (a, b) => b.fields.length - a.fields.length,
  )
  return best ?? { fields: [text], delimiter: ',' }
}

function readHeader(line: TextLine, columns: CsvColumns, context: Reading): Header {
  const { fields, delimiter } = headerFields(line.text)
  const keys = fields.map(columnKey)
  const twice = fields.filter((_, index) => keys[index] !== '' && keys.indexOf(keys[index] ?? '') !== index)
  if (twice.length > 0) throw fileFault('duplicate_columns', { columns: twice.join(', ') })
  const indexes = new Map<string, number>()
  for (const name of [...columns.required, ...(columns.optional ?? [])]) {
    const index = columnIndex(fields, name, columns)
    if (index >= 0) indexes.set(name, index)
  }
  const missing = columns.required.filter((name) => !indexes.has(name))
  if (missing.length > 0) throw fileFault('missing_columns', { columns: missing.join(', ') })
  const kept = new Set(indexes.values())
  const dropped = fields.filter((name, index) => name.trim() !== '' && !kept.has(index))
  if (dropped.length > 0) {
    context.notify(line.number, 'columns_dropped', { columns: dropped.map((name) => name.trim()).join(', ') })
  }
  // Where fields are parted by commas a comma within one can part thousands as well.
  const amounts = delimiter === ',' ? [] : (columns.amounts ?? [])
  const dropsColumns = dropped.length > 0
  return { width: fields.length, delimiter, indexes, dropsColumns, amounts, decimalCommas: 0 }
}

/** What a report may show of a row: only the columns that are taken over, so that a dropped one is not kept there. */
function shown(header: Header, text: string, fields: readonly string[] | null): string {
  if (!header.dropsColumns) return text
  if (fields?.length !== header.width) return ''
  return [...header.indexes.values()]
    .sort((a, b) => a - b)
    .map((index) => fields[index] ?? '')
    .join(header.delimiter)
}

function fitted(fields: readonly string[], width: number): readonly string[] {
  const surplus = fields.slice(width)
  return surplus.every((field) => field.trim() === '') ? fields.slice(0, width) : fields
}

function takeRow(header: Header, line: number, text: string, fields: readonly string[]): CsvRow | BadRow {
  if (fields.length !== header.width) {
    const fault = rowFault('field_count', { found: fields.length, expected: header.width })
    return badRow(fault, line, shown(header, text, fields))
  }
  const cells = Object.fromEntries([...header.indexes].map(([name, index]) => [name, (fields[index] ?? '').trim()]))
  for (const name of header.amounts) {
    const written = cells[name]
    if (written === undefined || !/^[+-]?\d+,\d+$/.test(written)) continue
    cells[name] = written.replace(',', '.')
    header.decimalCommas++
  }
  return { line, cells, raw: shown(header, text, fields) }
}

/** A line that is no UTF-8 loses nothing where what is taken of it is ASCII: some other column was written in Latin-1. */
function takeForeignRow(header: Header, { number, text }: TextLine): CsvRow | BadRow {
  const fields = csvFields(text, header.delimiter)
  const row = fields && takeRow(header, number, text, fitted(fields, header.width))
  const legible = row && 'cells' in row && Object.values(row.cells).every((cell) => /^[\x20-\x7e]*$/.test(cell))
  return legible ? row : badRow(rowFault('not_utf8'), number, '')
}

/** Joins following lines while a quotation mark is open; falls back to the first line alone where that makes no row. */
function joinQuoted(lines: readonly TextLine[], header: Header): { fields: readonly string[] | null; used: number } {
  let text = ''
  for (const [index, line] of lines.slice(0, MOST_LINES_OF_A_ROW).entries()) {
    if (line.problem) break
    text = index === 0 ? line.text : `${text}\n${line.text}`
    if (text.length > LONGEST_LINE) break
    const fields = csvFields(text, header.delimiter)
    if (fields && (index === 0 || fields.length === header.width)) {
      return { fields: fitted(fields, header.width), used: index + 1 }
    }
  }
  return { fields: null, used: 1 }
}

/** Gives out the rows that start before `until`; returns the index of the first line that is not used yet. */
function* rowsOf(lines: readonly TextLine[], until: number, header: Header): Generator<CsvRow | BadRow, number> {
  let at = 0
  while (at < until) {
    const line = lines[at]
    if (!line) break
    if (line.problem) {
      const fault = rowFault(line.problem, { limit: LONGEST_LINE })
      yield line.problem === 'not_utf8' ? takeForeignRow(header, line) : badRow(fault, line.number, '')
      at++
      continue
    }
    const { fields, used } = joinQuoted(lines.slice(at, at + MOST_LINES_OF_A_ROW), header)
    at += used
    if (!fields) yield badRow(rowFault('quoting_broken'), line.number, shown(header, line.text, null))
    else if (fields.some((field) => field.trim() !== '')) yield takeRow(header, line.number, line.text, fields)
  }
  return at
}

/** A quoted row may go on in the next batch: the last lines wait for it. */
function lastOpenRow(lines: readonly TextLine[]): number {
  const from = Math.max(0, lines.length - MOST_LINES_OF_A_ROW)
  const open = lines.slice(from).findIndex((line) => line.text.includes('"'))
  return open < 0 ? lines.length : from + open
}

function isPreamble(line: TextLine): boolean {
  return line.problem === null && (line.text.trim() === '' || /^sep=.$/i.test(line.text.trim()))
}

/**
 * The rows of a CSV file (RFC 4180; comma, semicolon or tab) by the names of its header, in any order of columns. Blank
 * lines are passed over. Each broken row is a bad row and the next one is read as usual.
 */
export async function* csvRows(
  source: ByteSource,
  columns: CsvColumns,
  options: ReadOptions,
  context: Reading,
): AsyncGenerator<CsvRow | BadRow> {
  let header: Header | null = null
  let waiting: TextLine[] = []
  let used = 0
  for await (const batch of textLines(fileBytes(source, options.maxBytes))) {
    waiting = waiting.concat(batch)
    if (!header) {
      waiting = waiting.slice(waiting.findIndex((line) => !isPreamble(line)))
      const line = waiting[0]
      if (!line || isPreamble(line)) continue
      header = headerOf(line, columns, context)
      waiting = waiting.slice(1)
    }
    const taken: number = yield* rowsOf(waiting, lastOpenRow(waiting), header)
    used += taken
    waiting = waiting.slice(taken)
  }
  if (!header) throw fileFault('file_empty').at(1)
  used += yield* rowsOf(waiting, waiting.length, header)
  if (used === 0) context.notify(1, 'no_rows')
  if (header.decimalCommas > 0) context.notify(1, 'decimal_commas', { count: header.decimalCommas })
}

function headerOf(line: TextLine, columns: CsvColumns, context: Reading): Header {
  if (line.problem && line.problem !== 'not_utf8')
    throw fileFault('header_unreadable', { problem: rowFault(line.problem, { limit: LONGEST_LINE }).message }).at(
      line.number,
    )
  try {
    return readHeader(line, columns, context)
  } catch (error) {
    throw error instanceof InputFault ? error.at(line.number) : error
  }
}
