import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { PAYABLE_STATES } from '../schema.ts'
import { readPayLinkToken } from './pay-link-token.ts'

/** What a link leads to: a bill, and all that is shown of it. */
export interface LinkedBill {
  readonly linkId: string
  readonly subject: string
  readonly billId: string
  readonly number: string
  readonly currency: string
  readonly openMinor: bigint
  readonly payableOn: string
  /** Whether something can be paid by it now: it was not ended, and something of the bill is open. */
  readonly live: boolean
}

/**
 * The bill to which a mailed link leads. Null for what is forged, of another brand, past its days, or of an account that
 * is gone or stopped; a link whose bill came to its end is found, so that whoever paid by it can be told.
 */
export async function findPayLink(grant: Grant<'bills:pay-by-link'>, token: string): Promise<LinkedBill | null> {
  const { brand } = grant
  const linkId = readPayLinkToken(brand, token)
  if (!linkId) return null
  const [found] = await inScope(
    grant,
    (tx) => tx.$queryRaw<(Omit<LinkedBill, 'live'> & { payable: boolean })[]>`
      SELECT l.id AS "linkId", l.subject_id AS subject, b.id AS "billId", b.number, b.currency,
             b.payable_on::text AS "payableOn", (
               SELECT coalesce(sum(amount_minor), 0)::bigint FROM ledger_entry
               WHERE bill_id = b.id AND account = 'receivable') AS "openMinor",
             l.revoked_at IS NULL AND b.state = ANY(${[...PAYABLE_STATES]}::text[]) AS payable
      FROM pay_link l
      JOIN bill b ON b.id = l.bill_id AND b.brand = l.brand AND b.subject_id = l.subject_id
      JOIN account a ON a.id = l.subject_id AND a.state IN ('active', 'closing')
      WHERE l.id = ${linkId}::uuid AND l.brand = ${brand} AND l.expires_at > ${clock.now()}`,
  )
  if (!found) return null
  const { payable, ...bill } = found
  return { ...bill, live: payable && bill.openMinor > 0n }
}
