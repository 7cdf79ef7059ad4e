import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { oneAtATime } from '#lib/consents/index.ts'
import { KEEPING } from '#lib/payments/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { AUTOPAY } from './autopay-notice.ts'
import { detachCards } from './detach-cards.ts'
import { endAutopay, withdraw } from './end-autopay.ts'
import { cardRemoved } from './events.ts'
import type { RemoveCard } from './schema.ts'

/**
 * Removes a kept card: it is gone here at once, and the provider is made to give it up. Autopay by it ends. With the last
 * card the consent to keep cards is withdrawn.
 * @throws Refusal `autopay.card_not_found`
 */
export async function removeCard(grant: Grant<'cards:remove'>, { cardId }: RemoveCard): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    await oneAtATime(tx, of.subjectId)
    if ((await giveUp(tx, grant, { id: cardId })) === 0) throw new Refusal('autopay.card_not_found')
    if ((await tx.autopay.count({ where: { ...of, savedCardId: cardId } })) > 0) {
      await endAutopay(tx, grant)
      await withdraw(tx, grant, AUTOPAY)
    }
    if ((await tx.savedCard.count({ where: { ...of, removedAt: null } })) === 0) await withdraw(tx, grant, KEEPING)
  })
}

/**
 * Ends autopay and removes every kept card, in the caller's transaction: the account is being closed. The consents are
 * withdrawn with all others.
 */
export async function removeEveryCard(tx: Tx, grant: Grant<'account:cancel'>): Promise<void> {
  await endAutopay(tx, grant)
  await giveUp(tx, grant, {})
}

/**
 * Removes every kept card of an account that is erased, and asks the providers at once to give them up; where one cannot
 * be asked now it is made to by the job, and the erasure goes on.
 */
export async function giveUpCards(grant: Grant<'retention:erase-account'>): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  await inScope(grant, async (tx) => {
    await tx.autopay.deleteMany({ where: of })
    await tx.savedCard.updateMany({ where: { ...of, removedAt: null }, data: { removedAt: clock.now() } })
  })
  await detachCards(systemGrant('retention.erase-account', 'cards:detach', { brand: of.brand, subject: of.subjectId }))
}

async function giveUp(
  tx: Tx,
  grant: Grant<'cards:remove' | 'account:cancel'>,
  which: { readonly id?: string },
): Promise<number> {
  const where = { ...which, brand: grant.brand, subjectId: subjectOf(grant), removedAt: null }
  const cards = await tx.savedCard.findMany({ where, select: { id: true } })
  if (cards.length === 0) return 0
  await tx.savedCard.updateMany({ where, data: { removedAt: clock.now() } })
  for (const { id } of cards) await audit.record(tx, grant, cardRemoved(id))
  await enqueue(tx, 'cards.detach', {})
  return cards.length
}
