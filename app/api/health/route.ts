import { checkHealth } from '#lib/platform/health.ts'

export const dynamic = 'force-dynamic'

/** Whether the portal is ready, for load balancers and for `npm start`. */
export async function GET(): Promise<Response> {
  const health = await checkHealth()
  const status = health.status === 'ready' ? 200 : 503
  return Response.json(health, { status, headers: { 'cache-control': 'no-store' } })
}
