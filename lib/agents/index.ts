/**
 * Authorised agents, who ask for people by the Data Rights Protocol 1.0: which ones a brand knows, their signed messages,
 * and their requests told in the protocol's words. What they ask lands among all other requests and waits for its person
 * to say that it is theirs.
 */
export { businessEntry } from './business-entry.ts'
export { exerciseRight } from './exercise-right.ts'
export { findAgentActor } from './find-agent-actor.ts'
export { listAgents } from './list-agents.ts'
export { holdsToken } from './own-agent.ts'
export { pairAgent } from './pair-agent.ts'
export { registerAgent } from './register-agent.ts'
export { reportStatus } from './report-status.ts'
export { requestStatus } from './request-status.ts'
export { revokeExercise } from './revoke-exercise.ts'
export { withdrawAgent } from './withdraw-agent.ts'
