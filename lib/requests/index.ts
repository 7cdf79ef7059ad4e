/**
 * What people ask of the brand in their own right: one table of moves, a clock that runs from when it is known who asks,
 * and a course that both sides read.
 */

export { acceptCorrection } from './accept-correction.ts'
export { acceptFee, continuePaid } from './accept-fee.ts'
export {
  type AgentRequest,
  findReported,
  getAgentRequest,
  withdrawAgentRequest,
} from './agent-request.ts'
export { answerChildReport, answerDeletion } from './answer-deletion.ts'
export { answerRequest } from './answer-request.ts'
export { askFee } from './ask-fee.ts'
export { askIdentity } from './ask-identity.ts'
export { askPerson } from './ask-person.ts'
export { continueFee } from './continue-fee.ts'
export { countOpenRequests, openRequests } from './count-open-requests.ts'
export { countQueues, type QueueCounts } from './count-queues.ts'
export { dropFee, waiveFee } from './drop-fee.ts'
export { extendRequest } from './extend-request.ts'
export { getRequest } from './get-request.ts'
export { listQueue, type QueuedRequest } from './list-queue.ts'
export { listRequests } from './list-requests.ts'
export { lockedFields } from './locked-fields.ts'
export { openEvidence } from './open-evidence.ts'
export { openFromOutside } from './open-from-outside.ts'
export { openPublicRequest } from './open-public-request.ts'
export { openRequest } from './open-request.ts'
export { requestsHeld } from './personal-data.ts'
export { proveValue, sendValueCode } from './prove-value.ts'
export { type HandledRequest, readQueued } from './read-queued.ts'
export { refuseRequest } from './refuse-request.ts'
export { showIdentity } from './show-identity.ts'
export { takeRequest } from './take-request.ts'
export { tellPerson } from './tell-person.ts'
export { confirmTracked, findTracked, withdrawTracked, writeTracked } from './track-request.ts'
export { IDENTITY_DAYS, watchClocks } from './watch-clocks.ts'
export { withdrawRequest } from './withdraw-request.ts'
export { writeMessage } from './write-message.ts'
