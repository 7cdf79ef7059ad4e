import { drawTable } from './draw-table.ts'
import { CONTENT_WIDTH, decorate, drawRule, INK, makeRoom, PAGE, type PageFlow, SOFT } from './page-flow.ts'
import type { PdfBlock, PdfDocument, SheetFact } from './schema.ts'
import type { TextStyle } from './typesetter.ts'

const LEAD = 1.4
const TERM_WIDTH = 150
const TITLE: TextStyle = { weight: 'bold', size: 20, colour: INK }
const HEADING: TextStyle = { weight: 'bold', size: 12, colour: INK }
const BODY: TextStyle = { weight: 'regular', size: 10, colour: INK }
const STRONG: TextStyle = { weight: 'bold', size: 10, colour: INK }
const QUIET: TextStyle = { weight: 'regular', size: 9, colour: SOFT }

/** Lines of text as one element of the structure, from the left margin on. */
function drawText(flow: PageFlow, type: string, text: string, style: TextStyle): void {
  const lines = flow.typesetter.wrap(text, style, CONTENT_WIDTH)
  makeRoom(flow, lines.length * style.size * LEAD)
  flow.root.add(flow.document.struct(type, {}, () => drawAt(flow, lines, PAGE.margin, style)))
  flow.y += lines.length * style.size * LEAD
}

function drawAt({ typesetter, y }: PageFlow, lines: readonly string[], x: number, style: TextStyle): void {
  for (const [index, line] of lines.entries())
    typesetter.draw(
      index < lines.length - 1 ? `${line} ` : line,
      { x, y: y + (index + 0.75) * style.size * LEAD },
      style,
    )
}

/** Who speaks, and what the document is: the head of the first page. */
export function drawHead(flow: PageFlow, { sender, title }: PdfDocument): void {
  decorate(flow, () => {
    flow.document.rect(0, 0, PAGE.width, 6).fill(sender.colour)
  })
  drawText(flow, 'P', sender.name, { weight: 'bold', size: 13, colour: sender.colour })
  drawText(flow, 'P', sender.lines.join('\n'), QUIET)
  flow.y += 18
  drawText(flow, 'H1', title, TITLE)
  flow.y += 8
}

export function drawBlock(flow: PageFlow, block: PdfBlock): void {
  switch (block.kind) {
    case 'heading':
      flow.y += 14
      makeRoom(flow, 90)
      drawText(flow, 'H2', block.text, HEADING)
      flow.y += 4
      break
    case 'paragraph':
      drawText(flow, 'P', block.text, BODY)
      flow.y += 4
      break
    case 'facts':
      drawFacts(flow, block.facts)
      break
    case 'table':
      drawTable(flow, block.table)
      break
    case 'totals':
      drawTotals(flow, block)
      break
  }
}

/** Terms and what they are, as a list whose labels are the terms. */
function drawFacts(flow: PageFlow, facts: readonly SheetFact[]): void {
  const { document, typesetter } = flow
  const list = document.struct('L')
  flow.root.add(list)
  for (const { term, value } of facts) {
    const terms = typesetter.wrap(term, QUIET, TERM_WIDTH - 8)
    const values = typesetter.wrap(value, BODY, CONTENT_WIDTH - TERM_WIDTH)
    const height = Math.max(terms.length * QUIET.size, values.length * BODY.size) * LEAD + 2
    makeRoom(flow, height)
    const item = document.struct('LI')
    list.add(item)
    item.add(document.struct('Lbl', {}, () => drawAt(flow, terms, PAGE.margin, QUIET)))
    item.add(document.struct('LBody', {}, () => drawAt(flow, values, PAGE.margin + TERM_WIDTH, BODY)))
    item.end()
    flow.y += height
  }
  list.end()
}

type Totals = Extract<PdfBlock, { kind: 'totals' }>

/** A table of two columns at the right, without a header: each row is named by its first cell. */
function drawTotals(flow: PageFlow, { caption, totals }: Totals): void {
  const { document, typesetter } = flow
  const left = PAGE.margin + CONTENT_WIDTH / 2
  const height = BODY.size * LEAD + 6
  makeRoom(flow, height * totals.length)
  const table = document.struct('Table', { title: caption })
  flow.root.add(table)
  for (const { term, value, strong } of totals) {
    const style = strong ? STRONG : BODY
    const end = PAGE.width - PAGE.margin - typesetter.widthOf(value, style)
    const row = document.struct('TR')
    table.add(row)
    row.add(document.struct('TH', { scope: 'Row' }, () => drawAt(flow, [term], left, style)))
    row.add(document.struct('TD', {}, () => drawAt(flow, [value], end, style)))
    row.end()
    flow.y += height
  }
  table.end()
}

/** The foot of every page, with its number; for the eye, since a reader of the structure knows the pages. */
export function drawFeet(flow: PageFlow, footer: string): void {
  const { document, typesetter } = flow
  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    const y = PAGE.height - PAGE.margin + 8
    drawRule(flow, { y: y - 14 })
    const number = `${page - start + 1} / ${count}`
    document.markContent('Artifact', { type: 'Pagination' })
    typesetter.draw(footer, { x: PAGE.margin, y }, { ...QUIET, size: 7.5 })
    typesetter.draw(
      number,
      { x: PAGE.width - PAGE.margin - typesetter.widthOf(number, { ...QUIET, size: 7.5 }), y },
      { ...QUIET, size: 7.5 },
    )
    document.endMarkedContent()
  }
}
