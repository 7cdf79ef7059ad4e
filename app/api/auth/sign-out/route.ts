import { issueGrant } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { signOut } from '#lib/identity/index.ts'
import { withoutSession } from '#lib/web/carry-session.ts'
import { currentSession } from '#lib/web/current-session.ts'
import { defineFormRoute } from '#lib/web/define-form-route.ts'

/**
 * Ends the session and takes what it showed from the browser (ASVS 7.4.1, 14.3.1). It asks for no grant beforehand:
 * whoever has no session has nothing to end, and goes to the sign-in page all the same.
 */
export const POST = defineFormRoute(async (form) => {
  const brand = String(form.get('brand') ?? '')
  const actor = (await currentSession())?.actor
  if (actor?.kind === 'person') await signOut(issueGrant(actor, 'sessions:end', { brand: actor.brand }))
  if (actor?.kind === 'staff') await signOut(issueGrant(actor, 'staff:sign-out', { brand: '' }))
  const page = findManifest(brand) ? `/${brand}/sign-in` : actor?.kind === 'staff' ? '/staff/sign-in' : '/'
  return new Response(null, {
    status: 303,
    headers: {
      Location: page === '/' ? page : `${page}?done=signed_out`,
      'Set-Cookie': await withoutSession(),
      'Clear-Site-Data': '"cache", "storage"',
    },
  })
})
