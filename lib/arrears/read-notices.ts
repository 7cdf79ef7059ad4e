import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'

/** What a person was told about a bill that was not paid. */
export interface ArrearsNoticeView {
  readonly id: string
  readonly stage: string
  readonly billId: string
  readonly number: string
  /** The day by which something was to be paid. */
  readonly payableOn: string
  readonly createdAt: Date
  /** Whether it was sent, or is only shown here. */
  readonly sent: boolean
  /** Whether something of the bill is still open. */
  readonly open: boolean
}

export interface Notices {
  readonly notices: readonly ArrearsNoticeView[]
  readonly reminders: boolean
}

const MOST = 50

/** The notices about unpaid bills, newest first, and whether reminders are wanted; in two statements. */
export async function readNotices(grant: Grant<'notices:view'>): Promise<Notices> {
  const subject = subjectOf(grant)
  return inScope(grant, async (tx) => {
    const notices = await tx.$queryRaw<ArrearsNoticeView[]>`
      SELECT n.id, n.stage, n.bill_id AS "billId", b.number, n.payable_on::text AS "payableOn",
             n.created_at AS "createdAt", n.sent, b.state IN ('issued', 'due', 'part_paid', 'overdue') AS open
      FROM arrears_notice n JOIN bill b ON b.id = n.bill_id
      WHERE n.brand = ${grant.brand} AND n.subject_id = ${subject}::uuid
      ORDER BY n.created_at DESC, n.id DESC LIMIT ${MOST}`
    const choice = await tx.noticeChoice.findFirst({ where: { brand: grant.brand, subjectId: subject } })
    return { notices, reminders: choice?.reminders ?? true }
  })
}
