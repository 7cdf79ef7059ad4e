import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { OPEN_STATES } from './lifecycle.ts'
import type { RequestKind } from './schema.ts'
import { unsealText } from './sealed-text.ts'

/** Minutes within which the same words are the same request sent twice, and not another one. */
const MINUTES = 10

/** Who asks: an account, or the address of somebody without one. */
type Asker = { readonly brand: string } & (
  | { readonly subjectId: string }
  | { readonly contactIndex: Uint8Array<ArrayBuffer> }
)

/** The request that was sent first. */
interface Twin {
  readonly id: string
  readonly state: string
  readonly openedAt: Date
  readonly dueAt: Date | null
}

/** What makes two requests the same. */
interface Asked {
  readonly kind: RequestKind
  readonly text: string
  readonly ground: string | null
  readonly field?: string | null
  readonly value?: string | null
}

/**
 * The request that the same person sent a moment ago in the same words: a form that was sent twice, by a double click, two
 * tabs or the way back. It would count as asked again, and could cost a fee. The asker is locked until the transaction
 * ends, so that of two at once the second finds the first.
 */
export async function findTwin(tx: Tx, who: Asker, asked: Asked): Promise<Twin | null> {
  const { brand, ...asker } = who
  const key = 'subjectId' in asker ? asker.subjectId : Buffer.from(asker.contactIndex).toString('hex')
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`requests ${brand} ${key}`}, 0))`
  const { kind, text, ground, field = null, value = null } = asked
  const recent = await tx.rightsRequest.findMany({
    where: {
      ...who,
      kind,
      ground,
      field,
      state: { in: [...OPEN_STATES] },
      openedAt: { gt: clock.inMinutes(-MINUTES) },
    },
    orderBy: { openedAt: 'desc' },
  })
  const twin = recent.find(
    ({ id, sealedText, sealedValue }) =>
      unsealText('rights_request', id, sealedText) === text &&
      unsealText('rights_request value', id, sealedValue) === value,
  )
  return twin ?? null
}
