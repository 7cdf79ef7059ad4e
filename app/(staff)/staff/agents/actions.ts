'use server'

import { registerAgent, withdrawAgent } from '#lib/agents/index.ts'
import { AgentStep, RegisterAgent } from '#lib/agents/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const registerAgentAction = defineAction({
  permission: 'agents:register',
  input: RegisterAgent,
  async run(grant, input) {
    await registerAgent(grant, input)
    return { redirectTo: `/staff/agents?brand=${grant.brand}&done=registered` }
  },
})

export const withdrawAgentAction = defineAction({
  permission: 'agents:register',
  input: AgentStep,
  async run(grant, input) {
    await withdrawAgent(grant, input)
    return { redirectTo: `/staff/agents?brand=${grant.brand}&done=withdrawn` }
  },
})
