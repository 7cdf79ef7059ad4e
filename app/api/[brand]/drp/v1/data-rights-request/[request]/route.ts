import { findAgentActor, requestStatus, revokeExercise } from '#lib/agents/index.ts'
import { defineRoute } from '#lib/web/define-route.ts'
import { idIn } from '#lib/web/id-in.ts'
import { drpFault } from '../../drp-fault.ts'
import { NOT_STORED, readMessage } from '../../read-message.ts'

const door = {
  permission: 'agents:exercise',
  limit: { times: 600, minutes: 1 },
  actor: (request: Request) => findAgentActor(request.headers.get('authorization')),
  refused: drpFault,
} as const

/** How a request stands that the agent sent (DRP 2.02). */
export const GET = defineRoute({
  ...door,
  run: async (grant, _, { request = '' }) =>
    Response.json(await requestStatus(grant, idIn(request, 'requests.not_found')), NOT_STORED),
})

/** Takes one back because its person wants that (DRP 2.04). */
export const DELETE = defineRoute({
  ...door,
  async run(grant, sent, { request = '' }) {
    const message = { request: idIn(request, 'requests.not_found'), body: await readMessage(sent) }
    return Response.json(await revokeExercise(grant, message), NOT_STORED)
  },
})
