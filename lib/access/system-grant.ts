import type { Grant } from './grant.ts'
import { issueGrant, type Target } from './issue-grant.ts'
import type { Permission } from './permissions.ts'

/** A grant for the portal's own work, named for the job or the door that does it. */
export function systemGrant<P extends Permission>(work: string, permission: P, target: Target): Grant<P> {
  return issueGrant({ kind: 'system', id: work }, permission, target)
}
