import type { BadRow, ByteSource, ReadNotice, ReadOptions, ReadRow, ReadSummary } from './reading-file.ts'

/** Everything that a reader says about a small input: for tests. */
type ReadResult<T> = {
  records: T[]
  lines: number[]
  bad: BadRow[]
  notices: ReadNotice[]
  summary: ReadSummary | null
}

export async function readAll<T, Options extends ReadOptions>(
  reader: (source: ByteSource, options: Options) => AsyncIterable<ReadRow<T>>,
  source: ByteSource,
  options: Options,
): Promise<ReadResult<T>> {
  const result: ReadResult<T> = { records: [], lines: [], bad: [], notices: [], summary: null }
  const watched = {
    ...options,
    onNotice: (notice: ReadNotice) => result.notices.push(notice),
    onSummary: (summary: ReadSummary) => {
      result.summary = summary
    },
  }
  for await (const row of reader(source, watched)) {
    if (row.ok) {
      result.records.push(row.record)
      result.lines.push(row.line)
    } else result.bad.push(row)
  }
  return result
}

/** The bytes in pieces of `size`, to put the seams anywhere. */
export async function* inChunks(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
