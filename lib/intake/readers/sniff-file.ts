import { type CsvColumns, columnIndex, headerFields } from './csv-rows.ts'
import { fileBytes } from './file-bytes.ts'
import { HOURLY_COLUMNS } from './read-hourly-csv.ts'
import { WATER_COLUMNS } from './read-water-register-csv.ts'
import type { ByteSource } from './reading-file.ts'
import { type BadRowCode, InputFault } from './row-problems.ts'

export type ReaderName = 'hourly-csv' | 'water-register-csv' | 'charging-csv' | 'green-button'

/** What a file is, or why no reader takes it. `code` is 'no_reader' or the fault of the file itself. */
export type FileKind = { ok: true; reader: ReaderName } | { ok: false; code: 'no_reader' | BadRowCode; reason: string }

const SIGNATURES: readonly (readonly [reader: ReaderName, columns: CsvColumns])[] = [
  ['charging-csv', { required: ['sessionId', 'kwhTotal', 'created', 'ended'] }],
  ['water-register-csv', WATER_COLUMNS],
  ['hourly-csv', HOURLY_COLUMNS],
]

const MOST_LOOKED_AT = 64 * 1024

function noReader(reason: string): FileKind {
  return { ok: false, code: 'no_reader', reason }
}

function kindOfText(text: string): FileKind {
  const head = text.trimStart()
  if (head.startsWith('<')) {
    const isFeed = /<(?:[\w.-]+:)?(?:feed|entry)[\s>]/.test(head) && head.includes('http://naesb.org/espi')
    return isFeed ? { ok: true, reader: 'green-button' } : noReader('This is XML or HTML, but not a Green Button feed')
  }
  const line = head.replace(/^sep=.\s+/i, '').split(/[\r\n]/, 1)[0] ?? ''
  const { fields } = headerFields(line)
  const found = SIGNATURES.find(([, columns]) =>
    columns.required.every((name) => columnIndex(fields, name, columns) >= 0),
  )
  if (found) return { ok: true, reader: found[0] }
  const expected = SIGNATURES.map(([reader, { required }]) => `${reader}: ${required.join(', ')}`).join('; ')
  return noReader(`The header fits no known kind of file (${expected})`)
}

async function lookAt(source: ByteSource): Promise<FileKind> {
  let seen = Buffer.alloc(0)
  let fault: InputFault | null = null
  try {
    for await (const bytes of fileBytes(source)) {
      seen = Buffer.concat([seen, bytes])
      if (seen.length >= MOST_LOOKED_AT) break
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    fault = error
  }
  // A damaged end does not hide what the file is; the reader will report the damage.
  const kind = seen.length > 0 ? kindOfText(seen.subarray(0, MOST_LOOKED_AT).toString()) : null
  if (kind?.ok || !fault) return kind ?? noReader('The file is empty')
  return { ok: false, code: fault.code, reason: fault.message }
}

/**
 * Says by its first bytes which reader a file is for, whatever its name. `source` gives the whole file again, with
 * the bytes that were looked at, so that a stream that can be read only once can be given to that reader; who does not read
 * it closes the stream that came in.
 */
export async function sniffFile(source: ByteSource): Promise<{ kind: FileKind; source: ByteSource }> {
  const iterator = source[Symbol.asyncIterator]()
  const taken: (Uint8Array | string)[] = []
  let done = false
  const recording: ByteSource = {
    [Symbol.asyncIterator]: () => ({
      async next() {
        const next = await iterator.next()
        if (next.done) done = true
        else taken.push(next.value)
        return next
      },
    }),
  }
  const kind = await lookAt(recording)
  const replay = async function* () {
    try {
      yield* taken.splice(0)
      while (!done) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      // Lets go of a file that the reader did not read to its end.
      await iterator.return?.()
    }
  }
  return { kind, source: replay() }
}
