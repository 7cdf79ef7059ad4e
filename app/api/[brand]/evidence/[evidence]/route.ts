import { openEvidence } from '#lib/requests/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { fileResponse } from '#lib/web/file-response.ts'
import { idIn } from '#lib/web/id-in.ts'

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
    const id = idIn(params.evidence, 'requests.not_found')
    const { mediaType, bytes, content } = await openEvidence(grant, id)
    return fileResponse({
      name: `evidence-${id.slice(-8)}.${EXTENSION[mediaType] ?? 'bin'}`,
      mediaType,
      content,
      bytes,
    })
  },
})
