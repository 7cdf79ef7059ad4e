/**
 * What people ask of the brand in their own right: one table of moves, a clock that runs from when it is known who asks,
 * and a course that both sides read.
 */

export { acceptCorrection } from './corrections/accept-correction.ts'
export { lockedFields } from './corrections/locked-fields.ts'
export { proveValue, sendValueCode } from './corrections/prove-value.ts'
export { countOpenRequests, openRequests } from './count-open-requests.ts'
export { openEvidence } from './evidence/open-evidence.ts'
export { acceptFee, continuePaid } from './fees/accept-fee.ts'
export { askFee } from './fees/ask-fee.ts'
export { continueFee } from './fees/continue-fee.ts'
export { dropFee, waiveFee } from './fees/drop-fee.ts'
export { getRequest } from './get-request.ts'
export { answerChildReport, answerDeletion } from './handling/answer-deletion.ts'
export { answerRequest } from './handling/answer-request.ts'
export { askIdentity } from './handling/ask-identity.ts'
export { askPerson } from './handling/ask-person.ts'
export { countQueues, type QueueCounts } from './handling/count-queues.ts'
export { extendRequest } from './handling/extend-request.ts'
export { listQueue, type QueuedRequest } from './handling/list-queue.ts'
export { type HandledRequest, readQueued } from './handling/read-queued.ts'
export { refuseRequest } from './handling/refuse-request.ts'
export { takeRequest } from './handling/take-request.ts'
export { listRequests } from './list-requests.ts'
export { openRequest } from './open-request.ts'
export { requestsHeld } from './personal-data.ts'
export { readRequestNumber } from './request-number.ts'
export { showIdentity } from './show-identity.ts'
export { tellPerson } from './tell-person.ts'
export { IDENTITY_DAYS, watchClocks } from './watch-clocks.ts'
export { withdrawRequest } from './withdraw-request.ts'
export {
  type AgentRequest,
  findReported,
  getAgentRequest,
  withdrawAgentRequest,
} from './without-account/agent-request.ts'
export { openFromOutside } from './without-account/open-from-outside.ts'
export { openPublicRequest } from './without-account/open-public-request.ts'
export { confirmTracked, findTracked, withdrawTracked, writeTracked } from './without-account/track-request.ts'
export { writeMessage } from './write-message.ts'
