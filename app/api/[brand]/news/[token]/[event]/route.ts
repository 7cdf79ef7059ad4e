import { noteRead } from '#lib/news/index.ts'
import { privacySignal } from '#lib/tracking/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'

const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

/**
 * What a mail tells of its reader, who agreed to that: its picture was loaded, or its link followed. The link leads on
 * in any case, and the picture is the same for everybody (WBP-07).
 */
export const GET = defineRoute({
  permission: 'news:note-read',
  actor: async (_, brand) => ({ kind: 'anonymous', brand }),
  async run(grant, request, { token = '', event = '' }) {
    const followed = event === 'followed'
    const signalled = privacySignal(request.headers) !== null
    const location = await noteRead(grant, { token, event: followed ? 'clicked' : 'opened', signalled })
    if (followed) return new Response(null, { status: 303, headers: { location } })
    return new Response(PIXEL, {
      headers: { 'content-type': 'image/gif', 'cross-origin-resource-policy': 'cross-origin' },
    })
  },
})
