import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { DELIVERY_STATES, type DeliveryState } from './lifecycle.ts'

/** The telling of one recipient, as the person sees it. */
export interface DeliveryView {
  readonly id: string
  readonly recipient: string
  readonly purpose: string
  readonly decision: string
  readonly decidedAt: Date
  readonly state: DeliveryState
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  readonly confirmedAt: Date | null
  readonly createdAt: Date
}

/** The last row of the page before. */
export interface DeliveryCursor {
  readonly at: Date
  readonly id: string
}

/** Who was told of the person's decisions, and how far that has come; newest first, by key (WEA-14). */
export async function listDeliveries(
  grant: Grant<'consents:view'>,
  { limit, before }: { readonly limit: number; readonly before?: DeliveryCursor },
): Promise<DeliveryView[]> {
  const rows = await inScope(grant, (tx) =>
    tx.consentDelivery.findMany({
      where: {
        brand: grant.brand,
        subjectId: subjectOf(grant),
        ...(before
          ? { createdAt: { lte: before.at }, OR: [{ createdAt: { lt: before.at } }, { id: { lt: before.id } }] }
          : {}),
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: limit,
      select: {
        id: true,
        recipient: true,
        purpose: true,
        decision: true,
        decidedAt: true,
        state: true,
        attempts: true,
        nextAttemptAt: true,
        confirmedAt: true,
        createdAt: true,
      },
    }),
  )
  return rows.map((row) => ({ ...row, state: asState(row.state) }))
}

// The database checks the same words.
function asState(value: string): DeliveryState {
  return DELIVERY_STATES.find((state) => state === value) ?? 'queued'
}
