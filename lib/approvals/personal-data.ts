import type { Bookkeeping } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'

/**
 * That two members of staff decided about something that touches the person. What they wrote and what exactly was
 * to be done go with the account; which of them decided when about what kind of thing stays.
 */
export const approvalsHeld: Bookkeeping = {
  models: ['Approval'],
  async erase(tx, { brand, subject: subjectId }) {
    const forgotten = { sealedInput: null, summary: {}, href: null, reason: null, note: null }
    await tx.approval.updateMany({
      where: { brand, subjectId, state: 'requested' },
      data: { ...forgotten, state: 'withdrawn', endedAt: clock.now() },
    })
    await tx.approval.updateMany({ where: { brand, subjectId }, data: forgotten })
  },
}
