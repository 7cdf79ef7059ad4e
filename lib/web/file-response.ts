import { Readable } from 'node:stream'
import { bodyOf } from './body-of.ts'

export interface SavedFile {
  /** Plain ASCII: what a person chose goes by an id. */
  readonly name: string
  readonly mediaType: string
}

interface FileContent extends SavedFile {
  readonly content: string | Uint8Array | Readable | AsyncIterable<string>
  /** How long a stream is, where that is known before it is read. */
  readonly bytes?: number
}

/** What every file says of itself: to be saved and not shown, in nobody's cache, and nothing but what it is called. */
export function fileHeaders({ name, mediaType }: SavedFile): Headers {
  return new Headers({
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** A file for whoever asked for it; a stream is read as it is sent. */
export function fileResponse({ content, bytes, ...file }: FileContent): Response {
  const headers = fileHeaders(file)
  const whole = typeof content === 'string' ? Buffer.from(content) : content
  const length = whole instanceof Uint8Array ? whole.byteLength : bytes
  if (length !== undefined) headers.set('content-length', String(length))
  if (whole instanceof Uint8Array) return new Response(new Uint8Array(whole), { headers })
  return new Response(bodyOf(whole instanceof Readable ? whole : Readable.from(whole, { objectMode: false })), {
    headers,
  })
}
