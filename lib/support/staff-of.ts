import type { Grant } from '#lib/access/index.ts'

/** The member of staff who holds a grant that only staff can hold. */
export function staffOf(grant: Grant): string {
  if (grant.actor.kind !== 'staff') throw new Error(`${grant.permission} was granted to somebody who is not staff`)
  return grant.actor.id
}
