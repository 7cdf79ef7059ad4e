import { wordSegmenter } from '../i18n/intl-formats.ts'
import type { FontSet, Weight } from './font-files.ts'

/** How a text looks. */
export interface TextStyle {
  readonly weight: Weight
  readonly size: number
  readonly colour: string
}

/** A piece of a line that is of one font. */
interface Run {
  readonly font: string
  readonly text: string
}

/** Spaces that few fonts have, as languages use them between digits. */
const NARROW_SPACES = /[\u2007\u2009\u202f]/g
const UNKNOWN = '?'
/** What must not begin a line. */
const CLOSING = /^[,.;:!?)\]}’”»%，。；：！？）】》、]/

export interface Typesetter {
  widthOf(text: string, style: TextStyle): number
  /** Lines that fit a width. Between words of any language; what is longer than a line is cut where it must be. */
  wrap(text: string, style: TextStyle, width: number): string[]
  /** Draws one line, its base line at `y`. */
  draw(text: string, place: { readonly x: number; readonly y: number }, style: TextStyle): void
}

export function createTypesetter(
  document: PDFKit.PDFDocument,
  sets: Readonly<Record<Weight, FontSet>>,
  language: string,
): Typesetter {
  const words = wordSegmenter(language)

  function runsOf(text: string, weight: Weight): Run[] {
    const { fontOf } = sets[weight]
    const runs: { font: string; text: string }[] = []
    for (const character of text.replace(NARROW_SPACES, '\u00a0')) {
      const known = fontOf.has(character) ? character : UNKNOWN
      const font = fontOf.get(known) ?? ''
      const last = runs.at(-1)
      if (last?.font === font) last.text += known
      else runs.push({ font, text: known })
    }
    return runs
  }

  function widthOf(text: string, { weight, size }: TextStyle): number {
    return runsOf(text, weight).reduce(
      (sum, run) => sum + document.font(run.font).fontSize(size).widthOfString(run.text),
      0,
    )
  }

  function fits(text: string, style: TextStyle, width: number): boolean {
    return widthOf(text.trimEnd(), style) <= width + 0.01
  }

  function piecesOf(text: string, style: TextStyle, width: number): string[] {
    const pieces: string[] = []
    for (const { segment } of words.segment(text)) {
      const last = pieces.at(-1)
      // A space that does not break, and what closes, stay with what they follow.
      if (
        last !== undefined &&
        (CLOSING.test(segment) || /[\u00a0\u202f]$/.test(last) || /^[\u00a0\u202f]/.test(segment))
      )
        pieces[pieces.length - 1] = last + segment
      else pieces.push(segment)
    }
    return pieces.flatMap((piece) => (fits(piece, style, width) ? [piece] : [...piece]))
  }

  function wrap(text: string, style: TextStyle, width: number): string[] {
    const lines: string[] = []
    for (const paragraph of text.split('\n')) {
      let line = ''
      for (const piece of piecesOf(paragraph, style, width)) {
        if (line !== '' && !fits(line + piece, style, width)) {
          lines.push(line.trimEnd())
          line = piece.trimStart()
        } else line += piece
      }
      lines.push(line.trimEnd())
    }
    return lines
  }

  function draw(text: string, place: { readonly x: number; readonly y: number }, style: TextStyle): void {
    let { x } = place
    for (const run of runsOf(text, style.weight)) {
      document.font(run.font).fontSize(style.size).fillColor(style.colour)
      document.text(run.text, x, place.y, { lineBreak: false, baseline: 'alphabetic' })
      x += document.widthOfString(run.text)
    }
  }

  return { widthOf, wrap, draw }
}
