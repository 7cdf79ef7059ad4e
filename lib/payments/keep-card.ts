import { v7 as uuid } from 'uuid'
import type { Tx } from '#lib/platform/database/index.ts'
import type { CardKept } from './providers/provider.ts'
import type { ProviderKey } from './schema.ts'

interface CardOwner {
  readonly brand: string
  readonly subjectId: string | null
  readonly provider: ProviderKey
}

/** Notes a card that the person chose to keep with the provider; once, however often it is told. */
export async function keepCard(tx: Tx, { brand, subjectId, provider }: CardOwner, card: CardKept): Promise<void> {
  if (!subjectId) return
  const { customerRef, methodRef, scheme, lastFour, expires } = card
  await tx.$executeRaw`
    INSERT INTO saved_card (id, brand, subject_id, provider, customer_ref, method_ref, scheme, last_four, expires)
    VALUES (${uuid()}::uuid, ${brand}, ${subjectId}::uuid, ${provider}, ${customerRef}, ${methodRef}, ${scheme},
            ${lastFour}, ${expires})
    ON CONFLICT (provider, method_ref) DO NOTHING`
}
