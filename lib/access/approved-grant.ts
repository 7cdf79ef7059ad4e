import type { StaffActor } from './actor.ts'
import type { Grant } from './grant.ts'
import { makeGrant, subjectFor, type Target } from './issue-grant.ts'
import { type Permission, permissionRow } from './permissions.ts'

/**
 * A door for lib/approvals alone: the grant for what a colleague approved, held by who asked for it. It opens the
 * transaction that also uses the approval up. A recent sign-in was asked for when the operation was.
 * @throws Refusal as `issueGrant`, where the role does not hold the permission any more
 */
export function issueApprovedGrant<P extends Permission>(
  actor: StaffActor,
  permission: P,
  target: Target,
  approval: string,
): Grant<P> {
  const subject = subjectFor(actor, permissionRow(permission), target)
  return makeGrant({ permission, actor, brand: target.brand, brands: null, subject, approval })
}
