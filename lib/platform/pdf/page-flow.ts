import type { Typesetter } from './typesetter.ts'

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 64 } as const
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin

export const INK = '#1b1f24'
export const SOFT = '#57606a'
export const LINE = '#c9d0d8'

/** Where the next thing is drawn, and what it is drawn with. */
export interface PageFlow {
  readonly document: PDFKit.PDFDocument
  readonly typesetter: Typesetter
  /** The element of the structure under which all of the document hangs. */
  readonly root: PDFKit.PDFStructureElement
  y: number
}

/**
 * Makes room for so many points, on a new page where they do not fit.
 * @returns whether a page was begun
 */
export function makeRoom(flow: PageFlow, height: number): boolean {
  if (flow.y + height <= PAGE.height - PAGE.foot) return false
  flow.document.addPage()
  flow.y = PAGE.margin
  return true
}

/** Something that is there for the eye only. */
export function decorate({ document }: PageFlow, draw: () => void): void {
  document.markContent('Artifact', { type: 'Layout' })
  draw()
  document.endMarkedContent()
}

export function drawRule(
  flow: PageFlow,
  { y, colour = LINE, width = 0.75 }: { y: number; colour?: string; width?: number },
): void {
  decorate(flow, () => {
    flow.document
      .moveTo(PAGE.margin, y)
      .lineTo(PAGE.width - PAGE.margin, y)
      .lineWidth(width)
      .strokeColor(colour)
      .stroke()
  })
}
