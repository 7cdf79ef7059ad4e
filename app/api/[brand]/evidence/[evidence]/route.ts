import { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'
import { openEvidence } from '#lib/requests/index.ts'
import { bodyOf } from '#lib/web/body-of.ts'
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
