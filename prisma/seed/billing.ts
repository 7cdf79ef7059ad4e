import { type IssuedBill, issueBill } from '#lib/billing/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { recordPastPayment } from '#lib/payments/index.ts'
import { addDays, localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { seedGrant } from './acting.ts'
import type { DemoPerson } from './demo-person.ts'
import { fixedId } from './fixed-id.ts'
import { heldAt } from './holding-time.ts'
import type { Story } from './story.ts'

const MONTHS = { year: 12, last: 1, none: 0 } as const

/**
 * A bill for each whole month. The newest was issued a few days ago and is open, the one before it is overdue, all
 * earlier ones are paid, as a provider would have settled them.
 */
export async function seedBills(person: DemoPerson, story: Story): Promise<void> {
  const today = localDay(story.today, getManifest(person.brand).zone)
  for (let back = MONTHS[person.bills]; back >= 1; back -= 1) {
    const periodStart = monthStart(today, -back)
    const periodEnd = monthStart(today, 1 - back)
    const issuedOn = back === 1 ? latest(addDays(today, -3), periodEnd) : periodEnd
    const bill = await heldAt(noon(issuedOn), () =>
      issueBill(seedGrant('bills:issue', person), { periodStart, periodEnd, issuedOn }),
    )
    if (bill && back > 2) await payBill(person, bill, noon(addDays(issuedOn, 3 + (back % 7))))
  }
}

const latest = (a: string, b: string) => (a > b ? a : b)
const noon = (day: string) => new Date(`${day}T12:00:00Z`)

async function payBill(person: DemoPerson, bill: IssuedBill, at: Date): Promise<void> {
  const method = Number(bill.number.slice(-1)) % 4 === 0 ? 'paypal' : 'card'
  const captureId = `demo_${fixedId(`payment ${person.ref} ${bill.number}`).replaceAll('-', '')}`
  const past = { billId: bill.id, method, captureId, at } as const
  await heldAt(at, () => recordPastPayment(seedGrant('payments:settle', person), past))
}
