import type { NextRequest } from 'next/server'
import { leaveList } from '#lib/news/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { readForm } from '#lib/web/read-form.ts'

/**
 * Leaves the list with the one press of a mail program (RFC 8058): no session, no cookie, no question. The token is the
 * proof, and therefore no Origin is asked for.
 */
export const POST = defineRoute({
  permission: 'news:leave',
  actor: async (_, brand) => ({ kind: 'anonymous', brand }),
  async run(grant, request, { token = '' }) {
    const form = await readForm(request)
    if (form.get('List-Unsubscribe') !== 'One-Click') throw new Refusal('news.token_wrong')
    await leaveList(grant, { token })
    return new Response(null, { status: 200 })
  },
})

/** Following the address changes nothing: it leads to the page with the button. */
export async function GET(_: NextRequest, context: { params: Promise<{ brand: string; token: string }> }) {
  const { brand, token } = await context.params
  const location = `/${encodeURIComponent(brand)}/unsubscribe/${encodeURIComponent(token)}`
  return new Response(null, { status: 303, headers: { location } })
}
