/**
 * Who may do what, for whom. A Grant is issued here, against one table, and opens the transaction in which row-level
 * security draws the same line a second time.
 */
export type {
  Actor,
  AgentActor,
  AnonymousActor,
  ApiKeyActor,
  PersonActor,
  StaffActor,
  StaffRole,
  SupportScope,
  SystemActor,
} from './actor.ts'
export { STAFF_ROLES } from './actor.ts'
export { countTogether } from './count-together.ts'
export { type EndedSession, findEndedSession } from './find-ended-session.ts'
export { findSessionActor, type SessionView } from './find-session-actor.ts'
export { brandsOf, type Grant, subjectOf } from './grant.ts'
export { inScope } from './in-scope.ts'
export { admit, isRecentSignIn, issueGrant, STEP_UP_MINUTES, type Target } from './issue-grant.ts'
export {
  dropKeptForm,
  handOnKeptForm,
  type KeptForm,
  keepForm,
  openKeptForm,
  purgeKeptForms,
} from './keep-form.ts'
export { forgiveRate, limitRate, purgeRates, type RateLimit } from './limit-rate.ts'
export { noteSignal } from './note-signal.ts'
export { PERMISSIONS, type Permission, permissionRow } from './permissions.ts'
export { systemGrant } from './system-grant.ts'
