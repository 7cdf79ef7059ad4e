import { notFound, redirect } from 'next/navigation'
import { type Actor, type Grant, inScope, issueGrant, type Permission, permissionRow } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { currentPath } from './current-path.ts'
import { currentSession } from './current-session.ts'

/**
 * The door of a page: a grant for whoever is signed in, or the way to where it can be had (sign-in, step-up), or
 * "not found". What staff see on behalf of a person is recorded, and the person can read it.
 */
export async function requireGrant<P extends Permission>(permission: P, brand: string): Promise<Grant<P>> {
  if (!findManifest(brand)) notFound()
  const session = await currentSession()
  const actor: Actor = session?.actor ?? { kind: 'anonymous', brand }
  const grant = await issueOrRedirect(actor, permission, brand)
  if (actor.kind === 'staff' && grant.subject) {
    await inScope(grant, (tx) => audit.record(tx, grant, { name: 'support.viewed', detail: { page: permission } }))
  }
  return grant
}

async function issueOrRedirect<P extends Permission>(actor: Actor, permission: P, brand: string): Promise<Grant<P>> {
  try {
    return issueGrant(actor, permission, { brand })
  } catch (fault) {
    if (!(fault instanceof Refusal)) throw fault
    const next = encodeURIComponent(await currentPath())
    if (isOnlyForPerson(actor, permission, brand)) redirect(`/staff/support/refused?permission=${permission}`)
    switch (fault.code) {
      case 'access.step_up':
        redirect(`/${brand}/me/confirm?next=${next}`)
        break
      case 'access.closing':
        redirect(`/${brand}/me/account`)
        break
      case 'access.agreement':
        redirect(`/${brand}/me/policy/agree?next=${next}`)
        break
      default:
        if (actor.kind === 'anonymous' || actor.kind === 'person') redirect(`/${brand}/sign-in?next=${next}`)
        notFound()
    }
  }
}

/** Whether staff act for somebody here and ask for what only that person may do, however far it reaches. */
function isOnlyForPerson(actor: Actor, permission: Permission, brand: string): boolean {
  if (actor.kind !== 'staff' || actor.support?.brand !== brand || actor.support.endsAt <= clock.now()) return false
  const { holders, onBehalf } = permissionRow(permission)
  return holders.includes('person') && !onBehalf
}
