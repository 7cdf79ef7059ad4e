import { CONTENT_WIDTH, drawRule, INK, makeRoom, PAGE, type PageFlow, SOFT } from './page-flow.ts'
import type { SheetCell, SheetTable } from './schema.ts'
import type { TextStyle } from './typesetter.ts'

const GAP = 8
const LEAD = 1.35
const STYLES = {
  head: { weight: 'bold', size: 8, colour: SOFT },
  name: { weight: 'bold', size: 9, colour: INK },
  cell: { weight: 'regular', size: 9, colour: INK },
  note: { weight: 'regular', size: 7.5, colour: SOFT },
  sum: { weight: 'bold', size: 9, colour: INK },
} as const satisfies Record<string, TextStyle>

interface Track {
  readonly x: number
  readonly width: number
  readonly end: boolean
}

interface LaidLine {
  readonly text: string
  readonly style: TextStyle
}

interface LaidRow {
  readonly cells: readonly (readonly LaidLine[])[]
  readonly height: number
}

/**
 * A table with its header cells tagged for rows and columns. A row stays together; a page that goes on with the table
 * repeats its header for the eye.
 */
export function drawTable(flow: PageFlow, table: SheetTable): void {
  const tracks = tracksOf(table)
  const head = layRow(
    flow,
    tracks,
    table.columns.map(({ label }) => [{ text: label, style: STYLES.head }]),
  )
  const rows = table.rows.map((row) => layRow(flow, tracks, row.map(linesOf)))
  makeRoom(flow, head.height + (rows[0]?.height ?? 0))
  const element = flow.document.struct('Table', { title: table.caption })
  flow.root.add(element)
  drawRow(flow, element, { row: head, tracks, types: () => ({ type: 'TH', scope: 'Column' }) })
  for (const row of rows) {
    if (makeRoom(flow, row.height)) repeatHead(flow, head, tracks)
    drawRow(flow, element, { row, tracks, types: (at) => (at === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }) })
  }
  if (table.footer) {
    const sums = layRow(
      flow,
      tracks,
      table.footer.map((text) => [{ text, style: STYLES.sum }]),
    )
    makeRoom(flow, sums.height)
    drawRow(flow, element, {
      row: sums,
      tracks,
      types: (at) => (at === 0 ? { type: 'TH', scope: 'Row' } : { type: 'TD' }),
    })
  }
  element.end()
  flow.y += 6
}

function tracksOf({ columns }: SheetTable): Track[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  let x: number = PAGE.margin
  return columns.map(({ share, align }) => {
    const width = ((CONTENT_WIDTH - GAP * (columns.length - 1)) * share) / whole
    const track = { x, width, end: align === 'end' }
    x += width + GAP
    return track
  })
}

function linesOf({ text, note }: SheetCell, column: number): LaidLine[] {
  const style = column === 0 ? STYLES.name : STYLES.cell
  return [{ text, style }, ...(note ? [{ text: note, style: STYLES.note }] : [])]
}

function layRow({ typesetter }: PageFlow, tracks: readonly Track[], cells: readonly (readonly LaidLine[])[]): LaidRow {
  const laid = cells.map((lines, index) =>
    lines.flatMap(({ text, style }) =>
      typesetter.wrap(text, style, tracks[index]?.width ?? 0).map((line) => ({ text: line, style })),
    ),
  )
  return { cells: laid, height: Math.max(...laid.map(heightOf)) + GAP }
}

function heightOf(lines: readonly LaidLine[]): number {
  return lines.reduce((sum, { style }) => sum + style.size * LEAD, 0)
}

interface DrawnRow {
  readonly row: LaidRow
  readonly tracks: readonly Track[]
  readonly types: (column: number) => { readonly type: 'TH' | 'TD'; readonly scope?: 'Row' | 'Column' }
}

function drawRow(flow: PageFlow, table: PDFKit.PDFStructureElement, { row, tracks, types }: DrawnRow): void {
  const { document } = flow
  const element = document.struct('TR')
  table.add(element)
  for (const [index, lines] of row.cells.entries()) {
    const { type, ...options } = types(index)
    element.add(document.struct(type, options, () => drawLines(flow, lines, tracks[index])))
  }
  element.end()
  flow.y += row.height
  drawRule(flow, { y: flow.y - GAP / 2 })
}

function drawLines(flow: PageFlow, lines: readonly LaidLine[], track: Track | undefined): void {
  if (!track) return
  let y = flow.y
  for (const [index, { text, style }] of lines.entries()) {
    y += style.size * LEAD
    const x = track.end ? track.x + track.width - flow.typesetter.widthOf(text, style) : track.x
    // A line and the next are words apart also for who hears them.
    flow.typesetter.draw(index < lines.length - 1 ? `${text} ` : text, { x, y: y - style.size * 0.3 }, style)
  }
}

function repeatHead(flow: PageFlow, head: LaidRow, tracks: readonly Track[]): void {
  flow.document.markContent('Artifact', { type: 'Pagination' })
  for (const [index, lines] of head.cells.entries()) drawLines(flow, lines, tracks[index])
  flow.document.endMarkedContent()
  flow.y += head.height
  drawRule(flow, { y: flow.y - GAP / 2 })
}
