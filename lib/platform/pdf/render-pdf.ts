import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import { drawBlock, drawFeet, drawHead } from './draw-blocks.ts'
import { fontsFor } from './font-files.ts'
import { PAGE } from './page-flow.ts'
import type { PdfBlock, PdfDocument } from './schema.ts'
import { createTypesetter } from './typesetter.ts'

/** Digits of page numbers, and what stands for a character that no font has. */
const ALWAYS = '0123456789/? \u00a0'

/** PDF/UA (ISO 14289), which the library knows and its types do not. */
const ACCESSIBLE: object = { subset: 'PDF/UA' }

/** Sets a document. The same document gives the same bytes: nothing in it comes from the hour or from chance. */
export async function renderPdf(written: PdfDocument): Promise<Buffer> {
  const characters = [...textsOf(written).join(''), ...ALWAYS]
  const [regular, bold] = await Promise.all([fontsFor(characters, 'regular'), fontsFor(characters, 'bold')])
  const document = new PDFDocument({
    // No font of the reader's own: everything is embedded.
    font: '',
    size: [PAGE.width, PAGE.height],
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    ...ACCESSIBLE,
    tagged: true,
    lang: written.language,
    displayTitle: true,
    info: {
      Title: written.title,
      Author: written.author,
      Creator: 'Openbook',
      Producer: 'Openbook',
      CreationDate: written.dated,
      ModDate: written.dated,
    },
  })
  const bytes = buffer(document)
  for (const { fonts } of [regular, bold]) for (const [name, font] of fonts) document.registerFont(name, font)
  const root = document.struct('Document', { lang: written.language })
  document.addStructure(root)
  const typesetter = createTypesetter(document, { regular, bold }, written.language)
  const flow = { document, typesetter, root, y: PAGE.margin }
  drawHead(flow, written)
  for (const block of written.blocks) drawBlock(flow, block)
  root.end()
  drawFeet(flow, written.footer)
  document.end()
  return bytes
}

function textsOf({ title, sender, blocks, footer }: PdfDocument): string[] {
  return [title, sender.name, ...sender.lines, footer, ...blocks.flatMap(textsOfBlock)]
}

function textsOfBlock(block: PdfBlock): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.text]
    case 'facts':
      return block.facts.flatMap(({ term, value }) => [term, value])
    case 'totals':
      return block.totals.flatMap(({ term, value }) => [term, value])
    case 'table': {
      const { columns, rows, footer = [] } = block.table
      return [
        ...columns.map(({ label }) => label),
        ...rows.flat().flatMap(({ text, note = '' }) => [text, note]),
        ...footer,
      ]
    }
  }
}
