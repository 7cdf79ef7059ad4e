import type { Readable } from 'node:stream'
import { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'
import { openEvidence } from '#lib/requests/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'

const EXTENSION: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
}

/** A file that shows that a request is right, for whoever decides. Saved and never shown in the portal's own pages. */
export const GET = defineRoute({
  permission: 'requests:queue',
  limit: { times: 120, minutes: 60 },
  async run(grant, _request, params) {
    const id = z.uuid().safeParse(params.evidence)
    if (!id.success) throw new Refusal('requests.not_found')
    const { mediaType, bytes, content } = await openEvidence(grant, id.data)
    const headers = {
      'content-type': mediaType,
      'content-length': String(bytes),
      'content-disposition': `attachment; filename="evidence-${id.data.slice(-8)}.${EXTENSION[mediaType] ?? 'bin'}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    }
    return new Response(bodyOf(content), { headers })
  },
})

function bodyOf(content: Readable): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next()
      if (done) controller.close()
      else controller.enqueue(new Uint8Array(value))
    },
    cancel() {
      content.destroy()
    },
  })
}
