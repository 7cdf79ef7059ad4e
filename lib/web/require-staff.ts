import { notFound, redirect } from 'next/navigation'
import { type Grant, issueGrant, type Permission, type StaffActor, type Target } from '#lib/access/index.ts'
import { BRAND_KEYS, findManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { currentPath } from './current-path.ts'
import { currentSession } from './current-session.ts'

/** The member of staff who is signed in, or the way to where staff sign in. */
export async function requireStaffActor(): Promise<StaffActor> {
  const actor = (await currentSession())?.actor
  if (actor?.kind === 'staff') return actor
  return redirect(`/staff/sign-in?next=${encodeURIComponent(await currentPath())}`)
}

/** The door of a staff page that looks at one brand: a grant for the role, or "not found" for other roles. */
export async function requireStaff<P extends Permission>(permission: P, brand: string): Promise<Grant<P>> {
  const actor = await requireStaffActor()
  if (!findManifest(brand)) notFound()
  return issueOrTurnAway(actor, permission, { brand })
}

/** The door of a staff page that looks over all brands that its reader serves: a role holds for every one. */
export async function requireStaffOver<P extends Permission>(permission: P): Promise<Grant<P>> {
  return issueOrTurnAway(await requireStaffActor(), permission, { brand: '', brands: BRAND_KEYS })
}

async function issueOrTurnAway<P extends Permission>(actor: StaffActor, permission: P, target: Target) {
  try {
    return issueGrant(actor, permission, target)
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'access.step_up')
      redirect(`/staff/confirm?next=${encodeURIComponent(await currentPath())}`)
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}
