import { isUtf8 } from 'node:buffer'
import { type BadRowCode, InputFault } from './row-problems.ts'

/** A line that is no UTF-8 has its text as Latin-1 would read it: right in ASCII, a guess beyond. */
export type TextLine = { number: number; text: string; problem: BadRowCode | null }

export const LONGEST_LINE = 64 * 1024
const LF = 0x0a
const CR = 0x0d
const LINE_END = /\r\n|\n|\r/

/** The end of the last whole line. A lone CR counts only where no LF comes for the length of a line (old Macintosh files). */
function lastLineEnd(bytes: Buffer): number {
  const lf = bytes.lastIndexOf(LF)
  if (lf >= 0 || bytes.length <= LONGEST_LINE) return lf
  return bytes.subarray(0, bytes.length - 1).lastIndexOf(CR)
}

function* decoded(bytes: Buffer, firstNumber: number): Generator<TextLine> {
  let number = firstNumber
  if (isUtf8(bytes)) {
    for (const text of bytes.toString().split(LINE_END)) {
      yield { number: number++, text, problem: text.length > LONGEST_LINE ? 'line_too_long' : null }
    }
    return
  }
  // Read as Latin-1 only to find the broken lines: in UTF-8 no byte of a longer sequence looks like a line end.
  for (const latin of bytes.toString('latin1').split(LINE_END)) {
    const line = Buffer.from(latin, 'latin1')
    yield isUtf8(line)
      ? { number: number++, text: line.toString(), problem: line.length > LONGEST_LINE ? 'line_too_long' : null }
      : { number: number++, text: latin, problem: latin.length > LONGEST_LINE ? 'line_too_long' : 'not_utf8' }
  }
}

/**
 * Physical lines with their numbers, in batches, whatever ends them (LF, CRLF, CR). A line that is too long or no UTF-8 is
 * marked and the next one is read as usual. Where the bytes break off with a fault, an unfinished last line is not given
 * out: half a number would be a wrong number.
 */
export async function* textLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<TextLine[]> {
  let rest: Buffer = Buffer.alloc(0)
  let number = 1
  let discarding = false
  try {
    for await (const chunk of bytes) {
      rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const end = lastLineEnd(rest)
      if (end < 0) {
        if (rest.length <= LONGEST_LINE) continue
        if (!discarding) yield [{ number, text: '', problem: 'line_too_long' }]
        discarding = true
        rest = Buffer.alloc(0)
        continue
      }
      const batch = [...decoded(rest.subarray(0, rest[end - 1] === CR ? end - 1 : end), number)]
      number += batch.length
      rest = rest.subarray(end + 1)
      yield discarding ? batch.slice(1) : batch
      discarding = false
    }
  } catch (error) {
    throw error instanceof InputFault ? error.at(number) : error
  }
  if (rest.length > 0 && !discarding) yield [...decoded(rest, number)]
}
