import { problem } from '#lib/web/problem.ts'

/** What stays refused however often it is sent (DRP 3.06): the agent has to change something first. */
const FATAL = new Set(['agents.expired', 'agents.replayed', 'agents.too_long', 'agents.action', 'agents.regime'])

/** A fault in the form of the protocol: the status as text, a sentence, and whether to stop trying. */
export async function drpFault(fault: unknown): Promise<Response> {
  const told = await problem(fault, 'agents')
  const { code: refusal, title }: { code: string; title: string } = await told.json()
  // Another agent's request and none at all look the same (DRP 2.02).
  const status = refusal === 'requests.not_found' || refusal === 'access.not_found' ? 403 : told.status
  const body = { code: String(status), message: title, ...(FATAL.has(refusal) ? { fatal: true } : {}) }
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
}

/** Where an agent shows who it is, nothing is told of why it was not believed (DRP 2.05, 2.06). */
export async function drpForbidden(fault: unknown): Promise<Response> {
  const { status } = await problem(fault, 'agents')
  return new Response(null, { status: status < 500 && status !== 429 ? 403 : status })
}
