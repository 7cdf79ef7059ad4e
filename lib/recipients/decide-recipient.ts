import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { getManifest, isRefusable } from '#lib/brands/index.ts'
import { lastDecisions, oneAtATime, recordDecision } from '#lib/consents/index.ts'
import type { Decision } from '#lib/consents/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { readDecided } from './read-decided.ts'
import { recipientNotice } from './recipient-notice.ts'
import type { DecideRecipient } from './schema.ts'
import { withheldFrom } from './standing.ts'

/**
 * Allows or refuses one recipient that is not essential (ENB-05, WBP-09). It is recorded as any consent, counts at once,
 * answers what the person was asked about it, and a recipient that had been allowed is told.
 * @throws Refusal `recipients.not_found`, `recipients.essential` for one that cannot be refused,
 *   `consents.text_changed` where the text shown is not the text of today
 */
export async function decideRecipient(grant: Grant<'consents:decide'>, input: DecideRecipient): Promise<void> {
  const manifest = getManifest(grant.brand)
  const recipient = manifest.recipients.find(({ key }) => key === input.recipient)
  if (!recipient) throw new Refusal('recipients.not_found')
  if (!isRefusable(recipient)) throw new Refusal('recipients.essential')
  const notice = recipientNotice(manifest, recipient, input.locale)
  if (input.shown && input.shown !== notice.hash.toString('hex')) throw new Refusal('consents.text_changed')
  const purpose = `recipient:${recipient.key}`
  await inScope(grant, async (tx) => {
    const of = { brand: grant.brand, subject: subjectOf(grant) }
    await oneAtATime(tx, of.subject)
    const decided = await readDecided(tx, of)
    const [last] = await lastDecisions(tx, of, purpose)
    const asked = decided.asked.has(recipient.key)
    const decision = decisionFor(last?.decision, input.wanted === 'on', asked)
    if (!decision) return
    const had = asked || withheldFrom(manifest, recipient, decided) === null
    await recordDecision(tx, grant, {
      purpose,
      decision,
      locale: input.locale,
      words: notice,
      // One that never had anything of the person is not told whose no it was.
      tell: decision === 'granted' || (had && !isNew(decided.asks.get(recipient.key))) ? [recipient.key] : [],
    })
    await tx.recipientAsk.updateMany({
      where: { brand: of.brand, subjectId: of.subject, recipient: recipient.key, answeredAt: null },
      data: { answeredAt: clock.now() },
    })
  })
}

const isNew = (ask: { readonly kind: string } | undefined) => ask?.kind === 'new'

/** Asked again, a person answers again, also with what they had said before. */
function decisionFor(last: Decision | undefined, yes: boolean, asked: boolean): Decision | null {
  if (yes) return last === 'granted' && !asked ? null : 'granted'
  if (last === 'granted') return 'withdrawn'
  return last === undefined || asked ? 'refused' : null
}
