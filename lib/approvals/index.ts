/**
 * Important operations need two people (ENB-09): one asks, with what exactly is to be done and why; a colleague in the
 * right role approves or refuses; approved, it is done exactly once, in the name of who asked. It lapses after a term.
 *
 * A domain declares such an operation with `defineOperation` and adds it to lib/operations; its permission says in
 * lib/access/permissions.ts who may approve it, and can be had in no other way.
 */
export { approveOperation } from './approve-operation.ts'
export { countWaiting } from './count-waiting.ts'
export { type Afterwards, defineOperation, type Operation } from './define-operation.ts'
export { isAsked } from './is-asked.ts'
export { type ApprovalView, listApprovals } from './list-approvals.ts'
export { refuseOperation } from './refuse-operation.ts'
export { requestApproval } from './request-approval.ts'
export { watchApprovals } from './watch-approvals.ts'
export { withdrawRequest } from './withdraw-request.ts'
