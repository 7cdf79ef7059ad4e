import { exerciseRight, findAgentActor } from '#lib/agents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { drpFault } from '../drp-fault.ts'
import { NOT_STORED, readMessage } from '../read-message.ts'

/** An authorised agent exercises a right for a person (DRP 2.01). */
export const POST = defineRoute({
  permission: 'agents:exercise',
  limit: { times: 120, minutes: 1 },
  actor: (request) => findAgentActor(request.headers.get('authorization')),
  refused: drpFault,
  run: async (grant, request) => Response.json(await exerciseRight(grant, await readMessage(request)), NOT_STORED),
})
