import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { payLinkMade } from '../events.ts'
import { payLinkPath } from './pay-link-path.ts'

/** Longer than any brand's term of payment, so that the link of a mail works until the next mail brings its own. */
const DAYS = 60

/**
 * Makes a link by which whoever has it can pay one bill without signing in, and see of it what it takes to pay: for a
 * mail to the bill's person, in the transaction that queues the mail, by the portal's own role. It ends after sixty days,
 * when the bill comes to its end, and with the account. Each mail gets a link of its own.
 * @returns its path, for the mail and for nothing else: who has it can use it
 */
export async function makePayLink(
  tx: Tx,
  grant: Grant,
  { brand, subject, billId }: { readonly brand: string; readonly subject: string; readonly billId: string },
): Promise<string> {
  const { id } = await tx.payLink.create({
    data: { brand, subjectId: subject, billId, createdAt: clock.now(), expiresAt: clock.inDays(DAYS) },
    select: { id: true },
  })
  await audit.record(tx, grant, { ...payLinkMade(billId), subject })
  return payLinkPath(brand, id)
}
