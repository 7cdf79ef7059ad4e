import { type Grant, inScope } from '#lib/access/index.ts'
import { countAudience } from '#lib/announcements/index.ts'
import type { Audience } from '#lib/announcements/schema.ts'

/** How many people a query finds, before it is chosen. */
export function countAffected(
  grant: Grant<'incidents:view' | 'incidents:manage'>,
  audience: Audience,
): Promise<number> {
  return inScope(grant, (tx) => countAudience(tx, grant.brand, audience))
}
