import { notFound, redirect } from 'next/navigation'
import { type Grant, issueGrant, type Permission, type StaffActor } from '#lib/access/index.ts'
import { findManifest } from '#lib/brands/index.ts'
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
  try {
    return issueGrant(actor, permission, { brand })
  } catch (fault) {
    if (fault instanceof Refusal && fault.code === 'access.step_up')
      redirect(`/staff/confirm?next=${encodeURIComponent(await currentPath())}`)
    if (fault instanceof Refusal) notFound()
    throw fault
  }
}
