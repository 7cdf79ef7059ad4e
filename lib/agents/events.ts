import type { AuditEvent } from '#lib/audit/index.ts'

export const agentRegistered = (target: string): AuditEvent => ({ name: 'agent.registered', target })
export const agentPaired = (target: string): AuditEvent => ({ name: 'agent.paired', target })
export const agentWithdrawn = (target: string): AuditEvent => ({ name: 'agent.withdrawn', target })
