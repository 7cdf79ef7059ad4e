import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { Actor } from './actor.ts'
import type { Grant } from './grant.ts'
import { type Permission, type PermissionRow, permissionRow } from './permissions.ts'

/** Minutes for which a sign-in counts as recent (ASVS 7.5.3). */
export const STEP_UP_MINUTES = 5

/** What a permission is asked for. */
export interface Target {
  readonly brand: string
  readonly subject?: string | null
  /** For a permission that looks over several brands: which. It names no single one. */
  readonly brands?: readonly string[]
}

/**
 * Issues the permission to the actor for the target, against the one table.
 * @throws Refusal `access.not_found` where the actor has no business there (so that nothing is revealed),
 *   `access.sign_in` without a session, `access.step_up` without a recent sign-in, `access.closing` while the account is being closed,
 *   `access.agreement` until a major change of the policy is agreed to, `access.not_on_behalf` where staff
 *   act for a person and may not do this, `access.approval` where a second person has to approve first
 */
export function issueGrant<P extends Permission>(actor: Actor, permission: P, target: Target): Grant<P> {
  const subject = admit(actor, permission, target)
  const { reach, approval } = permissionRow(permission)
  if (actor.kind === 'staff' && approval) throw new Refusal('access.approval')
  const { brand, brands = null } = target
  if ((brands !== null) !== (reach === 'brands')) throw new Error(`${permission} reaches as far as "${reach}"`)
  return makeGrant({ permission, actor, brand, brands, subject, approval: null })
}

/**
 * Refuses whoever could not have the permission even with an approval.
 * @returns the person that it reaches
 * @throws Refusal as `issueGrant`, but for `access.approval`
 */
export function admit(actor: Actor, permission: Permission, target: Target): string | null {
  const row = permissionRow(permission)
  const subject = subjectFor(actor, row, target)
  if (actor.kind === 'person' && actor.closing && !row.whileClosing) throw new Refusal('access.closing')
  if (awaitsAgreement(actor) && !row.beforeAgreeing) throw new Refusal('access.agreement')
  if (row.stepUp && !isRecentSignIn(actor)) throw new Refusal('access.step_up')
  return subject
}

/** The one cast: every grant is made here. */
export function makeGrant<P extends Permission>(
  grant: Pick<Grant<P>, 'permission' | 'actor' | 'brand' | 'brands' | 'subject' | 'approval'>,
) {
  return Object.freeze(grant) as Grant<P>
}

export function subjectFor(actor: Actor, row: PermissionRow, target: Target): string | null {
  switch (actor.kind) {
    case 'person':
      if (!row.holders.includes('person') || actor.brand !== target.brand) throw new Refusal('access.not_found')
      if (target.subject && target.subject !== actor.id) throw new Refusal('access.not_found')
      return actor.id
    case 'staff':
      return row.reach === 'subject' ? subjectOfSupport(actor, row, target) : holds(row, actor.role, target)
    case 'api_key':
    case 'agent':
      if (actor.brand !== target.brand) throw new Refusal('access.not_found')
      return holds(row, actor.kind, target)
    case 'system':
      return holds(row, 'system', target)
    case 'anonymous':
      if (row.holders.includes('person') || actor.brand !== target.brand) throw new Refusal('access.sign_in')
      return holds(row, 'anonymous', target)
  }
}

function subjectOfSupport(actor: Extract<Actor, { kind: 'staff' }>, row: PermissionRow, target: Target): string {
  const { support } = actor
  if (!support || support.brand !== target.brand || support.endsAt <= clock.now()) throw new Refusal('access.not_found')
  if (target.subject && target.subject !== support.subject) throw new Refusal('access.not_found')
  if (!row.onBehalf || !row.holders.includes(actor.role)) throw new Refusal('access.not_on_behalf')
  return support.subject
}

function holds(row: PermissionRow, holder: PermissionRow['holders'][number], target: Target): string | null {
  if (!row.holders.includes(holder)) throw new Refusal('access.not_found')
  if (row.reach === 'subject' && !target.subject) throw new Error('this permission reaches a person and none was named')
  return target.subject ?? null
}

// Whoever is leaving need not agree to anything any more.
function awaitsAgreement(actor: Actor): boolean {
  return actor.kind === 'person' && actor.agreementDue && !actor.closing
}

/** Whether somebody signed in so recently that what needs it is open to them. */
export function isRecentSignIn(actor: Actor): boolean {
  if (actor.kind !== 'person' && actor.kind !== 'staff') return true
  return actor.authenticatedAt >= clock.inMinutes(-STEP_UP_MINUTES)
}
