import { type Grant, limitRate, systemGrant } from '#lib/access/index.ts'
import { findPayLink } from '#lib/billing/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { PayByLink } from '../schema.ts'
import { startPayment } from '../start-payment.ts'

/** Over all addresses: a link that went astray is no way to keep a bill's checkouts busy. */
const PER_LINK = { times: 40, minutes: 60 }

/**
 * Begins to pay all that is open of the one bill to which a mailed link leads, for whoever has the link: the portal pays
 * for the person, and nobody is signed in by it. Recorded as paid by link.
 * @throws Refusal `payments.link_over` for a link that leads nowhere (any more), and those of `startPayment`
 */
export async function payByLink(
  grant: Grant<'bills:pay-by-link'>,
  { token, method, locale }: PayByLink,
): Promise<{ redirectTo: string; paymentId: string }> {
  const bill = await findPayLink(grant, token)
  if (!bill?.live) throw new Refusal('payments.link_over')
  await limitRate(`pay link ${bill.linkId}`, PER_LINK)
  const { billId, subject, linkId } = bill
  const own = systemGrant('pay-link', 'payments:pay', { brand: grant.brand, subject })
  return startPayment(own, { billId, method, locale }, { linkId })
}
