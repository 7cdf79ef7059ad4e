import { clock } from '#lib/platform/clock.ts'
import { securityText } from './security-text.ts'

// Its date moves on while the portal runs.
export const dynamic = 'force-dynamic'

/** Whom to tell of a security fault (RFC 9116). */
export function GET(): Response {
  return new Response(securityText(clock.now()), { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
