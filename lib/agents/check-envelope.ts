import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { businessId } from './business-entry.ts'
import { Envelope } from './message.ts'

/** Minutes for which a message may count; what is signed for longer could be sent again for longer. */
const LONGEST = 60

/**
 * Checks in the order of DRP 3.07 that an opened message is from this agent, to this brand, and in its time.
 * @throws Refusal `agents.malformed`, `agents.other_agent`, `agents.other_business`, `agents.not_yet`, `agents.expired`,
 *   `agents.too_long`
 */
export function checkEnvelope(content: unknown, { key, brand }: { readonly key: string; readonly brand: string }) {
  const parsed = Envelope.safeParse(content)
  if (!parsed.success) throw new Refusal('agents.malformed')
  const { 'agent-id': from, 'business-id': to, 'issued-at': issued, 'expires-at': expires } = parsed.data
  if (from !== key) throw new Refusal('agents.other_agent')
  if (to !== businessId(brand)) throw new Refusal('agents.other_business')
  const now = clock.now()
  if (issued > now) throw new Refusal('agents.not_yet')
  if (expires <= now) throw new Refusal('agents.expired')
  if (expires.getTime() - issued.getTime() > LONGEST * 60_000) throw new Refusal('agents.too_long')
  return { expiresAt: expires }
}
