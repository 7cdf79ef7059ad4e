import type { Grant } from '#lib/access/index.ts'
import { defineOperation } from '#lib/approvals/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { cancelBill } from './cancel-bill.ts'
import { mayBecome } from './lifecycle.ts'
import { rebill } from './rebill.ts'
import { type BillState, CorrectBill, WriteOffBill } from './schema.ts'
import { writeOffBill } from './write-off-bill.ts'

/** Taking a bill back for good, when a colleague approves it. */
export const cancelBillOperation = defineOperation({
  kind: 'billing.cancel',
  permission: 'bills:cancel',
  input: CorrectBill,
  async about(tx, grant, { billId, reason }) {
    const { number, subject } = await findFor(tx, grant, billId, 'cancelled')
    return { summary: { number, reason }, ...(subject ? { subject } : {}) }
  },
  run: cancelBill,
})

/** Taking a bill back and billing its period anew, when a colleague approves it. */
export const rebillOperation = defineOperation({
  kind: 'billing.rebill',
  permission: 'bills:rebill',
  input: CorrectBill,
  async about(tx, grant, { billId, reason }) {
    const { number, subject, kind } = await findFor(tx, grant, billId, 'cancelled')
    if (kind !== 'usage') throw new Refusal('billing.not_rebillable')
    return { summary: { number, reason }, ...(subject ? { subject } : {}) }
  },
  run: rebill,
})

/** Giving up what is left to pay of a bill, when a colleague approves it. */
export const writeOffBillOperation = defineOperation({
  kind: 'billing.write_off',
  permission: 'bills:write-off',
  input: WriteOffBill,
  async about(tx, grant, { billId }) {
    const { number, subject } = await findFor(tx, grant, billId, 'written_off')
    return { summary: { number }, ...(subject ? { subject } : {}) }
  },
  run: writeOffBill,
})

/** With the role of staff, which sees of a bill what it takes to decide about it. */
async function findFor(tx: Tx, { brand }: Grant, id: string, to: BillState) {
  const [bill] = await tx.$queryRaw<{ number: string; subject: string | null; kind: string; state: BillState }[]>`
    SELECT number, subject_id AS subject, kind, state FROM bill
    WHERE brand = ${brand} AND id = ${id}::uuid AND state <> 'draft'`
  if (!bill) throw new Refusal('billing.not_found')
  if (!mayBecome(bill.state, to)) throw new Refusal(to === 'cancelled' ? 'billing.not_cancellable' : 'billing.not_open')
  return bill
}
