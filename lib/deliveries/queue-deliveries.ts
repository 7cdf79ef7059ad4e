import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'

/** A decision that recipients are to be told of. */
export interface ConsentNews {
  readonly brand: string
  readonly subject: string
  readonly consentRecordId: string
  readonly purpose: string
  readonly decision: string
  readonly decidedAt: Date
}

/** Notes for each recipient that it is to be told, and enqueues the telling, in the transaction of the decision (WEA-14). */
export async function queueDeliveries(tx: Tx, news: ConsentNews, recipients: readonly string[]): Promise<void> {
  const { subject: subjectId, ...rest } = news
  for (const recipient of recipients) {
    const id = uuid()
    const now = clock.now()
    await tx.consentDelivery.create({
      data: { id, ...rest, subjectId, recipient, nextAttemptAt: now, createdAt: now },
      select: { id: true },
    })
    await enqueue(tx, 'deliveries.send', { brand: news.brand, deliveryId: id, attempt: '1' })
  }
}
