import { randomUUID } from 'node:crypto'
import { getTranslations } from 'next-intl/server'
import { log } from '#lib/platform/log.ts'
import { Refusal } from '#lib/platform/refusal.ts'

const STATUS: Record<string, number> = {
  'access.sign_in': 401,
  'access.step_up': 403,
  'access.closing': 403,
  'access.agreement': 403,
  'access.not_on_behalf': 403,
  'access.not_found': 404,
  'brands.ending': 410,
  'web.origin': 403,
  'web.rate_limited': 429,
  'web.too_large': 413,
  'web.media_type': 415,
  'agents.token': 401,
  'agents.unknown': 403,
  'agents.encoding': 400,
  'agents.signature': 403,
  'agents.malformed': 400,
  'agents.other_agent': 403,
  'agents.other_business': 403,
  'agents.not_yet': 403,
  'agents.expired': 403,
  'agents.too_long': 403,
  'agents.replayed': 409,
  'requests.over': 409,
  'intake.key_wrong': 401,
  'intake.malformed': 400,
  'intake.too_many_records': 413,
}

/** An RFC 9457 problem for an expected refusal; for anything else an id and nothing more. */
export async function problem(fault: unknown, where: string): Promise<Response> {
  if (fault instanceof Refusal) {
    const t = await getTranslations('errors')
    const status = STATUS[fault.code] ?? (fault.code.endsWith('.not_found') ? 404 : 422)
    return problemResponse(status, fault.code, t(fault.code, { ...fault.details }))
  }
  const id = randomUUID().slice(0, 8)
  log.error({ id, where, fault }, 'a route failed')
  return problemResponse(500, 'web.unexpected', `Unexpected fault ${id}`)
}

function problemResponse(status: number, code: string, title: string): Response {
  const body = JSON.stringify({ type: `urn:openbook:${code}`, title, status, code })
  return new Response(body, {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      // RFC 9110 wants a scheme named with each 401.
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
    },
  })
}
