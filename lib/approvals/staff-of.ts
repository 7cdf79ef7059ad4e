import type { Grant, StaffActor } from '#lib/access/index.ts'

/** The member of staff who holds a grant that only staff can hold. */
export function staffOf(grant: Grant): StaffActor {
  if (grant.actor.kind !== 'staff') throw new Error(`${grant.permission} was granted to somebody who is not staff`)
  return grant.actor
}
