import type { Bookkeeping } from '#lib/personal-data/index.ts'

/** What a person was told of unpaid bills, and whether they want to be; it is shown with the bills. */
export const arrearsHeld: Bookkeeping = {
  models: ['ArrearsNotice', 'NoticeChoice'],
  async erase(tx, { brand, subject: subjectId }) {
    await tx.noticeChoice.deleteMany({ where: { brand, subjectId } })
    await tx.arrearsNotice.deleteMany({ where: { brand, subjectId } })
  },
}
