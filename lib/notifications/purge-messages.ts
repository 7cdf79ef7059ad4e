import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'

const SENT_DAYS = 90
const UNSENT_DAYS = 7

/** Removes the record of messages long sent, and messages that could not be sent in a week, with whom they were for. */
export async function purgeMessages(tx: Tx): Promise<void> {
  await tx.outgoingMessage.deleteMany({
    where: {
      OR: [
        { sentAt: { lt: clock.inDays(-SENT_DAYS) } },
        { sentAt: null, createdAt: { lt: clock.inDays(-UNSENT_DAYS) } },
      ],
    },
  })
}
