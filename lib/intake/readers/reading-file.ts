import {
  type BadRowCode,
  InputFault,
  type NoticeCode,
  noticeMessage,
  type ProblemParams,
  safeExcerpt,
} from './row-problems.ts'

/** A file's bytes: a Node stream, a web stream or any async iterable. */
export type ByteSource = AsyncIterable<Uint8Array | string>

type GoodRow<T> = { ok: true; line: number; record: T }

/**
 * `line` counts from 1 in the unpacked text (0: before the file). `raw` is at most 200 characters without control
 * characters, and never shows a column that the reader drops. `fatal` means that nothing after it could be read.
 * `reason` is `code` in English; `params` are for the message catalogue.
 */
export type BadRow = {
  ok: false
  line: number
  code: BadRowCode
  reason: string
  raw: string
  params: ProblemParams
  fatal: boolean
}

export type ReadRow<T> = GoodRow<T> | BadRow

export type ReadNotice = { line: number; code: NoticeCode; message: string; params: ProblemParams }

/**
 * `sourceTotals` are exact decimal sums of the accepted rows as the file writes them, by column, for reconciling.
 * `complete` is false if a fatal problem ended the reading.
 */
export type ReadSummary = {
  records: number
  badRows: number
  complete: boolean
  sourceTotals: Readonly<Record<string, string>>
}

export type ReadOptions = {
  /** Called while reading, before the row that it concerns is given out. */
  onNotice?: ((notice: ReadNotice) => void) | undefined
  /** Called once when the file is done or refused; not when the consumer stops early. */
  onSummary?: ((summary: ReadSummary) => void) | undefined
  /** Times after this are refused. Default: a day from now. */
  notAfter?: Date | undefined
  /** Limit of the unpacked size, against decompression bombs. Default: 2 GiB. */
  maxBytes?: number | undefined
}

export type Notify = (line: number, code: NoticeCode, params?: ProblemParams) => void

/** What a reader's inner loop gets: where to say notices, and totals to add to. */
export type Reading = { notify: Notify; totals: Record<string, { toString(): string }>; notAfter: number }

export function badRow(fault: InputFault, line: number, raw: string): BadRow {
  const { code, params, message, file } = fault
  return { ok: false, line: fault.line ?? line, code, reason: message, raw: safeExcerpt(raw), params, fatal: file }
}

const DAY_MS = 86_400_000

/** Runs a reader's loop, turns a file's fault into its last bad row, and counts. I/O errors of the source pass through. */
export async function* reading<T>(
  options: ReadOptions,
  run: (context: Reading) => AsyncIterable<ReadRow<T>>,
): AsyncGenerator<ReadRow<T>, void, undefined> {
  const counts = { records: 0, badRows: 0, complete: true }
  const context: Reading = {
    notify: (line, code, params = {}) => options.onNotice?.({ line, code, ...noticeMessage(code, params) }),
    totals: {},
    notAfter: options.notAfter?.getTime() ?? Date.now() + DAY_MS,
  }
  try {
    for await (const row of run(context)) {
      if (row.ok) counts.records++
      else counts.badRows++
      yield row
    }
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    counts.badRows++
    counts.complete = false
    yield badRow(error, 0, '')
  }
  const sourceTotals = Object.fromEntries(Object.entries(context.totals).map(([name, sum]) => [name, sum.toString()]))
  options.onSummary?.({ ...counts, sourceTotals })
}
