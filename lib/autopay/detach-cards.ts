import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { detachCard } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { log } from '#lib/platform/log.ts'
import { cardDetached } from './events.ts'

const AT_ONCE = 50

interface Removed {
  readonly id: string
  readonly brand: string
  readonly subjectId: string | null
}

/**
 * Makes the providers give up cards that were removed here, and forgets them then. A card by which a payment is still
 * under way waits until that is known. What a provider could not do is asked of it again, the older the more seldom; of
 * one person whom the grant names, at once.
 * @returns how many were given up
 */
export async function detachCards(grant: Grant<'cards:detach'>): Promise<number> {
  let detached = 0
  for (const card of await claim(grant)) {
    const own = systemGrant('cards.detach', 'cards:detach', { brand: card.brand, subject: card.subjectId })
    const answer = await detachCard(own, card.id)
    if (answer.ok) {
      detached += await forget(own, card)
      continue
    }
    log.warn({ card: card.id, code: answer.fault.code }, 'a provider did not give up a card yet')
  }
  return detached
}

function claim(grant: Grant<'cards:detach'>): Promise<Removed[]> {
  const now = clock.now()
  return inScope(
    grant,
    (tx) => tx.$queryRaw<Removed[]>`
      UPDATE saved_card SET asked_at = ${now} WHERE id IN (
        SELECT c.id FROM saved_card c
        WHERE c.removed_at IS NOT NULL
          AND (${grant.subject}::uuid IS NULL OR c.subject_id = ${grant.subject}::uuid)
          AND (${grant.subject}::uuid IS NOT NULL OR c.asked_at IS NULL OR c.asked_at < ${now}::timestamptz - greatest(interval '50 seconds', (${now}::timestamptz - c.removed_at) / 10))
          AND NOT EXISTS (
            SELECT 1 FROM payment p WHERE p.saved_card_id = c.id AND p.state IN ('created', 'pending', 'unknown'))
        ORDER BY c.asked_at NULLS FIRST LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED
      ) RETURNING id, brand, subject_id AS "subjectId"`,
  )
}

async function forget(grant: Grant<'cards:detach'>, { id }: Removed): Promise<number> {
  return inScope(grant, async (tx) => {
    const { count } = await tx.savedCard.deleteMany({ where: { id, removedAt: { not: null } } })
    if (count > 0) await audit.record(tx, grant, cardDetached(id))
    return count
  })
}
