import { createGunzip } from 'node:zlib'
import type { ByteSource } from './reading-file.ts'
import { fileFault, type InputFault } from './row-problems.ts'

const DEFAULT_MAX_BYTES = 2 * 1024 ** 3
const TEXT_PIECE = 64 * 1024
// deflate unpacks to a thousand times its size at most, so a small piece bounds what one step can put into memory.
const GZIP_PIECE = 4 * 1024
const LONGEST_MAGIC = 6

const OTHER_MAGIC: readonly (readonly [kind: string, bytes: readonly number[]])[] = [
  ['a zip archive or a workbook', [0x50, 0x4b, 0x03, 0x04]],
  ['an empty zip archive', [0x50, 0x4b, 0x05, 0x06]],
  ['zstd-compressed', [0x28, 0xb5, 0x2f, 0xfd]],
  ['bzip2-compressed', [0x42, 0x5a, 0x68]],
  ['xz-compressed', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a 7z archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0]],
]

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}

async function* inPieces(source: ByteSource, size: number): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    const bytes =
      typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
}

/** Joins what came first until there is enough to tell what it is; the rest passes as it comes. */
export async function* withWholeHead(pieces: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let head: Buffer | null = Buffer.alloc(0)
  for await (const piece of pieces) {
    if (head === null) yield piece
    else {
      head = Buffer.concat([head, piece])
      if (head.length < length) continue
      yield head
      head = null
    }
  }
  if (head !== null && head.length > 0) yield head
}

function gzipFault(error: NodeJS.ErrnoException): InputFault {
  return fileFault(error.code === 'Z_BUF_ERROR' ? 'gzip_truncated' : 'gzip_corrupt')
}

/**
 * Unpacks piece by piece and gives out all that could be unpacked before it reports a fault; piping into the stream would
 * lose whatever is still buffered when a cut file's end is found out.
 */
async function* gunzipped(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: TEXT_PIECE })
  const ready: Buffer[] = []
  const state: { fault: InputFault | null } = { fault: null }
  const closed = new Promise<void>((resolve) => gunzip.once('close', resolve))
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk))
  gunzip.on('error', (error) => {
    state.fault ??= gzipFault(error)
  })
  try {
    for await (const piece of inPieces(pieces, GZIP_PIECE)) {
      // A stream that failed closes and may never call back.
      await Promise.race([closed, new Promise<void>((resolve) => gunzip.write(piece, () => resolve()))])
      yield* ready.splice(0)
      if (state.fault) break
    }
    gunzip.end()
    await closed
    yield* ready.splice(0)
    if (state.fault) throw state.fault
  } finally {
    gunzip.destroy()
  }
}

async function* unpacked(source: ByteSource): AsyncGenerator<Buffer> {
  const pieces = withWholeHead(inPieces(source, TEXT_PIECE), LONGEST_MAGIC)[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) throw fileFault('file_empty').at(1)
  const all = (async function* () {
    try {
      yield first.value
      yield* { [Symbol.asyncIterator]: () => pieces }
    } finally {
      await pieces.return(undefined)
    }
  })()
  yield* startsWith(first.value, [0x1f, 0x8b]) ? gunzipped(all) : all
}

/** The bytes without their byte-order mark, if they can be the start of UTF-8 text. */
function textHead(head: Buffer): Buffer {
  const other = OTHER_MAGIC.find(([, magic]) => startsWith(head, magic))
  if (other) throw fileFault('file_not_text', { kind: other[0] }).at(1)
  if (startsWith(head, [0x1f, 0x8b])) throw fileFault('file_not_text', { kind: 'compressed twice' }).at(1)
  if (head.subarray(0, LONGEST_MAGIC).includes(0)) throw fileFault('file_not_text', { kind: 'binary data' }).at(1)
  return startsWith(head, [0xef, 0xbb, 0xbf]) ? head.subarray(3) : head
}

/** Spreadsheets save "Unicode text" so; the byte-order mark tells it. */
function utf16Of(head: Buffer): TextDecoder | null {
  if (startsWith(head, [0xff, 0xfe])) return new TextDecoder('utf-16le')
  return startsWith(head, [0xfe, 0xff]) ? new TextDecoder('utf-16be') : null
}

/**
 * A file's text as UTF-8 bytes: unpacked if its first bytes say gzip, whatever it is called, written anew if they say
 * UTF-16, and without a byte-order mark. Refuses (as a file fault) what is no text, what is cut or damaged, and what unpacks to more than `maxBytes`; all bytes
 * before the damage are given out first.
 */
export async function* fileBytes(source: ByteSource, maxBytes = DEFAULT_MAX_BYTES): AsyncGenerator<Buffer> {
  let total = 0
  let utf16: TextDecoder | null = null
  for await (const chunk of withWholeHead(unpacked(source), LONGEST_MAGIC)) {
    if (total === 0) utf16 = utf16Of(chunk)
    const bytes = utf16 ? Buffer.from(utf16.decode(chunk, { stream: true })) : total === 0 ? textHead(chunk) : chunk
    total += chunk.length
    if (total > maxBytes) throw fileFault('file_too_large', { limit: maxBytes })
    if (bytes.length > 0) yield bytes
  }
  if (total === 0) throw fileFault('file_empty').at(1)
}
