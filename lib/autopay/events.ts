import type { AuditEvent } from '#lib/audit/index.ts'
import type { CollectionState } from './schema.ts'

export const cardRemoved = (target: string): AuditEvent => ({ name: 'card.removed', target })
export const cardDetached = (target: string): AuditEvent => ({ name: 'card.detached', target })
export const autopayOrdered = (card: string, limited: boolean, daysBefore: number): AuditEvent => ({
  name: 'autopay.ordered',
  target: card,
  detail: { limited, daysBefore },
})
export const autopayEnded = (): AuditEvent => ({ name: 'autopay.ended' })
/** The card cannot be charged any more. */
export const autopayStopped = (card: string, code: string): AuditEvent => ({
  name: 'autopay.stopped',
  target: card,
  detail: { code },
})
/** `collection.announced`, `collection.charging` and so on, of a bill. */
export const collectionMoved = (bill: string, state: CollectionState, code?: string): AuditEvent => ({
  name: `collection.${state}`,
  target: bill,
  ...(code ? { detail: { code } } : {}),
})
