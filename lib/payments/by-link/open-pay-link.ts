import { type Grant, inScope } from '#lib/access/index.ts'
import { findPayLink, type LinkedBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { withheldRecipients } from '#lib/recipients/index.ts'
import { type OfferedMethod, offeredMethods } from '../offered-methods.ts'
import { type ReturnedPayment, settleOnReturn } from '../settle-returned.ts'

/** All that the page of a mailed link shows. */
export interface LinkedPayment {
  readonly bill: LinkedBill
  /** What can be done to pay it; nothing while money is on its way. */
  readonly ways: readonly OfferedMethod[]
  /** Money that may be all that is owed. */
  readonly underWay: 'pending' | 'unknown' | null
  /** The payment that whoever reads this just came back from. */
  readonly payment: ReturnedPayment | null
}

/**
 * What can be paid by a mailed link, and what became of the payment that was begun by it, asked of the provider now.
 * Ways that the person refused are left out without a word: that is nobody else's business. Null for a link that leads
 * nowhere, whatever the reason; whoever paid by it is still told how that ended.
 */
export async function openPayLink(
  grant: Grant<'bills:pay-by-link'>,
  { token, paymentId }: { readonly token: string; readonly paymentId?: string | undefined },
): Promise<LinkedPayment | null> {
  const before = await findPayLink(grant, token)
  if (!before) return null
  const isTheirs = ({ payLinkId }: { payLinkId: string | null }) => payLinkId === before.linkId
  const payment = paymentId ? await settleOnReturn(grant, { paymentId, isTheirs }) : null
  const bill = payment ? await findPayLink(grant, token) : before
  if (!bill || (!bill.live && !payment)) return null
  return { bill, payment, ...(await readWays(grant, bill)) }
}

async function readWays(grant: Grant<'bills:pay-by-link'>, bill: LinkedBill) {
  const { brand } = grant
  if (!bill.live) return { ways: [], underWay: null }
  return inScope(grant, async (tx) => {
    const [under] = await tx.$queryRaw<{ state: 'pending' | 'unknown' }[]>`
      SELECT p.state FROM payment_share s JOIN payment p ON p.id = s.payment_id
      WHERE s.bill_id = ${bill.billId}::uuid AND p.state IN ('pending', 'unknown')
        AND (p.provider_ref IS NOT NULL OR p.way = 'saved') LIMIT 1`
    if (under) return { ways: [], underWay: under.state }
    const withheld = await withheldRecipients(tx, { brand, subject: bill.subject })
    const ways = offeredMethods(getManifest(brand), bill.currency)
    return { ways: ways.filter(({ recipients }) => !recipients.some(({ key }) => withheld.has(key))), underWay: null }
  })
}
