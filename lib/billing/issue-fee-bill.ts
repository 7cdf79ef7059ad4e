import { type Grant, subjectOf } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { issueDraft } from './issue-draft.ts'

/** What the line of a fee is called in place of a tariff; its name is in the catalogue. */
export const REQUEST_FEE = 'request_fee'

/**
 * Bills one fee, free of tax, in the transaction of what it is for: a number like every bill's and the posting in the
 * ledger. It belongs to the day and is no bill of a period.
 * @param fee how much, and by which name its line says what it is for
 * @returns the bill's id
 */
export async function issueFeeBill(
  tx: Tx,
  grant: Grant<'bills:issue'>,
  fee: { readonly minor: bigint; readonly of: string },
): Promise<string> {
  const { brand } = grant
  const subjectId = subjectOf(grant)
  await lockBooks(tx, brand, subjectId)
  const { zone, currencies } = getManifest(brand)
  const [currency = ''] = currencies
  const today = localDay(clock.now(), zone)
  const span = { from: new Date(today), before: new Date(addDays(today, 1)) }
  const { id } = await tx.bill.create({
    data: {
      brand,
      subjectId,
      kind: 'fee',
      currency,
      periodStart: span.from,
      periodEnd: span.before,
      issuedOn: span.from,
      dueOn: span.from,
      payableOn: span.from,
      netMinor: fee.minor,
      vatMinor: 0n,
      totalMinor: fee.minor,
    },
    select: { id: true },
  })
  await tx.billLine.create({
    data: {
      brand,
      subjectId,
      billId: id,
      position: 1,
      kind: 'adjustment',
      tariff: REQUEST_FEE,
      part: fee.of,
      utility: 'service',
      startsOn: span.from,
      endsOn: span.before,
      quantity: 1n,
      unit: 'event',
      rate: toDecimalText(fee.minor, currency),
      netMinor: fee.minor,
      vatPercent: '0',
      vatMinor: 0n,
    },
    select: { id: true },
  })
  await issueDraft(tx, grant, id, today)
  return id
}
