import { lastDecisions } from '#lib/consents/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import type { Decided } from './standing.ts'

export interface OpenAsk {
  readonly kind: 'new' | 'changed'
  readonly askedAt: Date
}

/** Everything that the person decided and was asked, in two statements. */
export async function readDecided(
  tx: Tx,
  of: { readonly brand: string; readonly subject: string },
): Promise<Decided & { readonly asks: ReadonlyMap<string, OpenAsk> }> {
  const decisions = await lastDecisions(tx, of)
  const open = await tx.recipientAsk.findMany({
    where: { brand: of.brand, subjectId: of.subject, answeredAt: null },
    orderBy: { askedAt: 'asc' },
    select: { recipient: true, kind: true, askedAt: true },
  })
  const asks = new Map(
    open.map(({ recipient, kind, askedAt }) => [
      recipient,
      { kind: kind === 'new' ? 'new' : 'changed', askedAt } as const,
    ]),
  )
  return {
    purposes: new Set(decisions.flatMap(({ purpose, decision }) => (decision === 'granted' ? [purpose] : []))),
    recipients: new Map(
      decisions.flatMap(({ purpose, decision }) =>
        purpose.startsWith('recipient:') ? [[purpose.slice('recipient:'.length), decision] as const] : [],
      ),
    ),
    asked: new Set(asks.keys()),
    asks,
  }
}
