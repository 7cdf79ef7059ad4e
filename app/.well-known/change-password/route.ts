import { findManifest } from '#lib/brands/index.ts'
import { currentSession, endedSession } from '#lib/web/current-session.ts'

/**
 * Leads a password manager to the form for a new password (W3C, "A Well-Known URL for Changing Passwords"): that of the
 * brand at which somebody is signed in, or was until lately; else the brand is asked for. At a brand that knows no
 * passwords it leads to the names by which one signs in.
 */
export async function GET(): Promise<Response> {
  const actor = (await currentSession())?.actor
  const brand = actor?.kind === 'person' ? actor.brand : (await endedSession())?.brand
  return new Response(null, { status: 302, headers: { location: pageFor(brand), 'cache-control': 'no-store' } })
}

function pageFor(brand: string | null | undefined): string {
  const manifest = brand ? findManifest(brand) : null
  if (!manifest) return '/?to=password'
  return manifest.signIn.proof === 'password' ? `/${manifest.key}/me/profile/password` : `/${manifest.key}/me/profile`
}
