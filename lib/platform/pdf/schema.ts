/** Text of a cell, and a smaller line below it. */
export interface SheetCell {
  readonly text: string
  readonly note?: string | undefined
}

export interface SheetColumn {
  readonly label: string
  /** `end` for amounts and quantities. */
  readonly align?: 'start' | 'end'
  /** How much of the width it takes beside the others. */
  readonly share: number
}

/** A table as a page and a PDF both show it, with its texts as they are read. The first column names the row. */
export interface SheetTable {
  readonly caption: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetCell[])[]
  /** A last row of sums, in the order of the columns. */
  readonly footer?: readonly string[]
}

export interface SheetFact {
  readonly term: string
  readonly value: string
}

export type PdfBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly SheetFact[] }
  | { readonly kind: 'table'; readonly table: SheetTable }
  /** Sums, one below the other at the end of the line; the strong ones in bold. */
  | {
      readonly kind: 'totals'
      readonly caption: string
      readonly totals: readonly (SheetFact & { readonly strong: boolean })[]
    }

/** A document of any number of pages. The same document makes the same bytes. */
export interface PdfDocument {
  /** The language of its texts, as in BCP 47. */
  readonly language: string
  readonly title: string
  readonly author: string
  /** What the file says of when it was made: the day of the document, and not of the download. */
  readonly dated: Date
  /** Who speaks, at the head of the first page: a name in a colour, and lines below it. */
  readonly sender: { readonly name: string; readonly colour: string; readonly lines: readonly string[] }
  readonly blocks: readonly PdfBlock[]
  /** At the foot of each page, before the number of the page. */
  readonly footer: string
}
