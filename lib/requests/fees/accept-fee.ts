import { type Grant, inScope, subjectOf, systemGrant } from '#lib/access/index.ts'
import { findBill, issueFeeBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { resumeClock } from '../answer-clock.ts'
import { lockRequest, stepRequest } from '../move-request.ts'
import type { RequestStep } from '../schema.ts'

/**
 * The person agrees to the fee that they were shown: a bill is made, and paid like any other (LCK-13). Agreeing again
 * leads to the same bill.
 * @returns the bill to pay
 * @throws Refusal `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function acceptFee(grant: Grant<'payments:pay'>, { request }: RequestStep): Promise<string> {
  const own = systemGrant('requests.fee', 'bills:issue', { brand: grant.brand, subject: subjectOf(grant) })
  return inScope(own, async (tx) => {
    const held = await lockRequest(tx, own, request)
    if (held.feeBillId) return held.feeBillId
    if (held.state !== 'fee_asked' || held.feeMinor === null) throw new Refusal('requests.not_now')
    const feeBillId = await issueFeeBill(tx, own, { minor: held.feeMinor, of: held.number })
    await tx.rightsRequest.updateMany({ where: { id: held.id, brand: held.brand }, data: { feeBillId } })
    return feeBillId
  })
}

/**
 * Goes on with a request whose fee is paid: the clock goes on with the days that were left.
 * @throws Refusal `requests.fee_open` while it is not, `requests.not_found`, `requests.not_now`, `requests.over`
 */
export async function continuePaid(grant: Grant<'payments:pay'>, { request }: RequestStep): Promise<void> {
  const feeBillId = await inScope(grant, async (tx) => (await lockRequest(tx, grant, request)).feeBillId)
  const bill = feeBillId ? await findBill(grant, feeBillId) : null
  if (bill?.state !== 'paid') throw new Refusal('requests.fee_open')
  await stepRequest(grant, request, (held) => ({
    move: 'payFee',
    kind: 'fee_paid',
    tell: true,
    patch: resumeClock(held, getManifest(grant.brand)),
  }))
}
