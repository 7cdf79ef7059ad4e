import type { NextRequest } from 'next/server'
import { type Actor, type Grant, issueGrant, limitRate, type Permission, type RateLimit } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { checkOrigin } from './check-origin.ts'
import { confirmPath } from './confirm-path.ts'
import { currentSession } from './current-session.ts'
import { limitKey } from './limit-key.ts'
import { problem } from './problem.ts'

type Params = Record<string, string>

export interface RouteDefinition<P extends Permission> {
  readonly permission: P
  readonly limit?: RateLimit
  /** Who asks, where it is not the signed-in person: an API key, say. */
  actor?(request: NextRequest, brand: string): Promise<Actor>
  /** The page that leads here; who follows a link without the sign-in it needs is sent to it by way of that. */
  page?(brand: string): string
  /** How a refusal is told, where the callers of the route have a form of their own for it. */
  refused?(fault: unknown): Promise<Response>
  run(grant: Grant<P>, request: NextRequest, params: Params): Promise<Response>
}

/**
 * The door of a route under `[brand]`: actor, limit, grant, run, refusals as problem+json. Anything but GET and HEAD
 * from a browser session needs an Origin of this portal.
 */
export function defineRoute<P extends Permission>(definition: RouteDefinition<P>) {
  return async function route(request: NextRequest, context: { params: Promise<Params> }): Promise<Response> {
    try {
      const params = await context.params
      const brand = params.brand ?? ''
      if (!findManifest(brand)) throw new Refusal('access.not_found')
      if (!definition.actor && !['GET', 'HEAD'].includes(request.method)) checkOrigin(request.headers.get('origin'))
      const actor = definition.actor
        ? await definition.actor(request, brand)
        : ((await currentSession())?.actor ?? { kind: 'anonymous' as const, brand })
      if (definition.limit)
        await limitRate(await limitKey(definition.permission, actor, definition.limit), definition.limit)
      return await definition.run(issueGrant(actor, definition.permission, { brand }), request, params)
    } catch (fault) {
      if (definition.refused) return await definition.refused(fault)
      return (await elsewhere(fault, request, context, definition)) ?? problem(fault, definition.permission)
    }
  }
}

/** A browser that follows a link is led to sign-in or step-up as a page would; a program gets the problem. */
async function elsewhere<P extends Permission>(
  fault: unknown,
  request: NextRequest,
  context: { params: Promise<Params> },
  { page, permission }: RouteDefinition<P>,
): Promise<Response | null> {
  if (!(fault instanceof Refusal) || !page || request.headers.get('sec-fetch-mode') !== 'navigate') return null
  const { brand = '' } = await context.params
  const next = encodeURIComponent(page(brand))
  const paths: Record<string, string> = {
    'access.step_up': confirmPath(permission, brand, page(brand)),
    'access.sign_in': `/${brand}/sign-in?next=${next}`,
    'access.agreement': `/${brand}/me/policy/agree?next=${next}`,
  }
  const path = paths[fault.code]
  return path ? new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } }) : null
}
