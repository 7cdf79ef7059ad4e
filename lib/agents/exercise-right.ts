import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openFromOutside } from '#lib/requests/index.ts'
import { checkEnvelope } from './check-envelope.ts'
import type { DrpStatus } from './drp-status.ts'
import { matchIdentity } from './match-identity.ts'
import { ACTIONS, Exercise, FORMER_ACTIONS } from './message.ts'
import { openMessage } from './open-message.ts'
import { ownAgent } from './own-agent.ts'
import { rememberMessage } from './remember-message.ts'
import { requestStatus } from './request-status.ts'

/**
 * Takes a right that an agent exercises for a person (DRP 2.01). A link goes to the address or number that
 * the agent verified, and neither is anything done nor do the days run before the person confirmed by it that the
 * request is theirs.
 * The agent learns nothing of whether there is an account.
 * @throws Refusal as `openMessage`, `checkEnvelope`, `rememberMessage` and `matchIdentity` do; `agents.malformed`,
 *   `agents.action`, `agents.regime`, `agents.callback`, `web.rate_limited`
 */
export async function exerciseRight(grant: Grant<'agents:exercise'>, body: string): Promise<DrpStatus> {
  const { brand } = grant
  const agent = await ownAgent(grant)
  const { content, signed } = openMessage(body, agent.verifyKey)
  const { expiresAt } = checkEnvelope(content, agent)
  const parsed = Exercise.safeParse(content)
  if (!parsed.success) throw new Refusal('agents.malformed')
  const asked = parsed.data
  const kind = kindOf(asked.exercise)
  if (asked.regime !== undefined && asked.regime !== 'ccpa') throw new Refusal('agents.regime')
  const id = await inScope(grant, async (tx) => {
    await rememberMessage(tx, { agentId: agent.id, signed, expiresAt })
    return openFromOutside(grant, {
      kind,
      text: wordsOf(asked),
      contact: await matchIdentity(tx, brand, asked),
      locale: getManifest(brand).defaultLocale,
      agent: {
        id: agent.id,
        name: agent.name,
        ref: asked['agent-request-id'] ?? null,
        callback: callbackOf(asked, agent.callbackOrigin),
      },
    })
  })
  return requestStatus(grant, id)
}

function kindOf(exercise: string) {
  const wanted = FORMER_ACTIONS[exercise] ?? exercise
  const action = Object.entries(ACTIONS).find(([name]) => name === wanted)
  if (!action) throw new Refusal('agents.action')
  return action[1]
}

/** Only where it was agreed: nobody makes the portal call an address of their choice. */
function callbackOf({ status_callback }: Exercise, origin: string | null): string | null {
  if (!status_callback) return null
  if (!origin || new URL(status_callback).origin !== origin) throw new Refusal('agents.callback')
  return status_callback
}

/** What of the message stands in the course of the request, as the agent wrote it. */
function wordsOf({ exercise, regime, relationships, name, email, phone_number }: Exercise): string {
  const lines = { exercise, regime, relationships: relationships?.join(', '), name, email, phone_number }
  return Object.entries(lines)
    .flatMap(([key, value]) => (value ? [`${key}: ${value}`] : []))
    .join('\n')
}
