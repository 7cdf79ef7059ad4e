import { findAgentActor, holdsToken, pairAgent } from '#lib/agents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { drpForbidden } from '../../drp-fault.ts'
import { NOT_STORED, readMessage } from '../../read-message.ts'

/** Gives an agent that signs with its registered key the token of its other calls (DRP 2.05). */
export const POST = defineRoute({
  permission: 'agents:pair',
  limit: { times: 30, minutes: 10 },
  actor: async (_, brand) => ({ kind: 'anonymous', brand }),
  refused: drpForbidden,
  async run(grant, request, { agent = '' }) {
    return Response.json(await pairAgent(grant, { agent, body: await readMessage(request) }), NOT_STORED)
  },
})

/** Whether a token still counts (DRP 2.06). */
export const GET = defineRoute({
  permission: 'agents:exercise',
  limit: { times: 600, minutes: 1 },
  actor: (request) => findAgentActor(request.headers.get('authorization')),
  refused: drpForbidden,
  async run(grant, _, { agent = '' }) {
    await holdsToken(grant, agent)
    return Response.json({}, NOT_STORED)
  },
})
