import { type Grant, inScope, systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import { lockBooks } from '#lib/ledger/index.ts'
import { billDays } from './bill-days.ts'
import { followLedger } from './follow-ledger.ts'

const AT_ONCE = 500

/**
 * Moves bills on with the day, each brand's in its own zone: issued to due, due to overdue, arrangements to broken. Runs
 * often, finds a bill once, and changes nothing when it runs again on the same day.
 * @returns how many bills moved
 */
export async function moveBills(grant: Grant<'bills:move'>): Promise<number> {
  let moved = 0
  for (const brand of BRAND_KEYS) for (const bill of await findLate(grant, brand)) moved += await move(brand, bill)
  return moved
}

interface LateBill {
  readonly id: string
  readonly subjectId: string | null
  readonly state: string
}

/** Bills whose state says something else than the day, and those whose arrangement may have been broken since. */
function findLate(grant: Grant<'bills:move'>, brand: string): Promise<LateBill[]> {
  const { today, dueUntil } = billDays(brand)
  return inScope(
    grant,
    (tx) => tx.$queryRaw<LateBill[]>`
      SELECT id, subject_id AS "subjectId", state FROM bill b
      WHERE brand = ${brand} AND (
        state IN ('issued', 'due', 'part_paid') AND payable_on < ${today}::date
        OR state = 'issued' AND payable_on <= ${dueUntil}::date
        OR state = 'overdue' AND EXISTS (SELECT 1 FROM arrangement WHERE bill_id = b.id AND state = 'active')
      ) ORDER BY payable_on LIMIT ${AT_ONCE}`,
  )
}

/** Each in a transaction of its own, so that nobody waits for the whole list. */
async function move(brand: string, bill: LateBill): Promise<number> {
  const own = systemGrant('job:bills.move', 'bills:move', { brand, subject: bill.subjectId })
  const state = await inScope(own, async (tx) => {
    await lockBooks(tx, brand, bill.subjectId)
    return followLedger(tx, own, bill.id)
  })
  return state === bill.state ? 0 : 1
}
