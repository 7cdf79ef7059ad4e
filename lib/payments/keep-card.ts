import { v7 as uuid } from 'uuid'
import { isGranted, oneAtATime } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { KEEPING } from './keeping-notice.ts'
import type { CardKept } from './providers/provider.ts'
import type { ProviderKey } from './schema.ts'

interface CardOwner {
  readonly brand: string
  readonly subjectId: string | null
  readonly provider: ProviderKey
}

/**
 * Notes a card that the person chose to keep with the provider; once, however often it is told. The same card kept before
 * is replaced by it, also for autopay. Where the person took their consent back meanwhile, or is gone, the provider is
 * made to give it up.
 */
export async function keepCard(tx: Tx, { brand, subjectId, provider }: CardOwner, card: CardKept): Promise<void> {
  const { customerRef, methodRef, scheme, lastFour, expires } = card
  // Whoever takes their consent back just now waits for this, or this for them.
  if (subjectId) await oneAtATime(tx, subjectId)
  const wanted = subjectId !== null && (await isGranted(tx, brand, subjectId, KEEPING))
  const now = clock.now()
  const [kept] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO saved_card (id, brand, subject_id, provider, customer_ref, method_ref, scheme, last_four, expires,
                            created_at, removed_at)
    VALUES (${uuid()}::uuid, ${brand}, ${subjectId}::uuid, ${provider}, ${customerRef}, ${methodRef}, ${scheme},
            ${lastFour}, ${expires}, ${now}, ${wanted ? null : now})
    ON CONFLICT (provider, method_ref) DO NOTHING RETURNING id`
  if (!kept) return
  const replaced = wanted ? await replaceOlder(tx, { id: kept.id, brand, subjectId }, card) : 0
  if (!wanted || replaced > 0) await enqueue(tx, 'cards.detach', {})
}

async function replaceOlder(
  tx: Tx,
  { id, brand, subjectId }: { id: string; brand: string; subjectId: string },
  { scheme, lastFour, expires }: CardKept,
): Promise<number> {
  const older = await tx.savedCard.findMany({
    where: { brand, subjectId, scheme, lastFour, expires, removedAt: null, id: { not: id } },
    select: { id: true },
  })
  if (older.length === 0) return 0
  const ids = older.map((one) => one.id)
  await tx.autopay.updateMany({ where: { brand, subjectId, savedCardId: { in: ids } }, data: { savedCardId: id } })
  await tx.savedCard.updateMany({ where: { id: { in: ids } }, data: { removedAt: clock.now() } })
  return older.length
}
