import { openExport } from '#lib/exports/index.ts'
import { bodyOf } from '#lib/web/body-of.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileHeaders } from '#lib/web/file-response.ts'
import { readRange } from './read-range.ts'

/**
 * The archive of an export. Owner, expiry and recent sign-in are checked for each request, also for each part of a
 * download that is resumed, and each is recorded.
 */
export const GET = defineRoute({
  permission: 'exports:download',
  limit: { times: 120, minutes: 60 },
  page: (brand) => `/${brand}/me/account/export`,
  async run(grant, request, params) {
    const opened = await openExport(grant, params.export ?? '')
    const etag = `"${opened.sha256}"`
    const headers = fileHeaders({ name: opened.fileName, mediaType: 'application/zip' })
    headers.set('accept-ranges', 'bytes')
    headers.set('etag', etag)
    // Another archive than the one whose beginning is there already: from the start, then.
    const sameFile = [null, etag].includes(request.headers.get('if-range'))
    const range = sameFile ? readRange(request.headers.get('range'), opened.bytes) : null
    if (range === 'unsatisfiable') {
      headers.set('content-range', `bytes */${opened.bytes}`)
      return new Response(null, { status: 416, headers })
    }
    headers.set('content-length', String(range ? range.end - range.start + 1 : opened.bytes))
    if (range) headers.set('content-range', `bytes ${range.start}-${range.end}/${opened.bytes}`)
    const status = range ? 206 : 200
    if (request.method === 'HEAD') return new Response(null, { status, headers })
    const stream = await (range ? opened.read(range) : opened.read())
    return new Response(bodyOf(stream), { status, headers })
  },
})
