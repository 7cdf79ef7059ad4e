import { z } from 'zod'
import { type Grant, inScope } from '#lib/access/index.ts'
import { Prisma } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { BillLineView, BillView } from './bill-view.ts'
import { readCircumstances } from './read-circumstances.ts'
import { selectBills } from './select-bills.ts'

/** A bill of the person with its lines; null for anything else, also for another person's bill. */
export async function findBill(
  grant: Grant<'bills:view' | 'payments:view' | 'payments:pay'>,
  billId: string,
): Promise<BillView | null> {
  if (!z.uuid().safeParse(billId).success) return null
  return inScope(grant, async (tx) => {
    const [bill] = await selectBills(tx, grant, Prisma.sql`AND b.id = ${billId}::uuid`)
    if (!bill) return null
    const lines = await tx.$queryRaw<BillLineView[]>`
      SELECT l.id, l.kind, l.part, l.estimated, l.volume,
             trim_scale(l.calorific_mj)::text AS "calorificMj", trim_scale(l.volume_correction)::text AS "volumeCorrection", l.tariff, l.utility, m.serial AS "meterSerial", p.name AS place,
             l.starts_on::text AS "startsOn", l.ends_on::text AS "endsOn", l.quantity, l.unit,
             l.register_from AS "registerFrom", l.register_to AS "registerTo",
             trim_scale(l.rate)::text AS rate, l.net_minor AS "netMinor", trim_scale(l.vat_percent)::text AS "vatPercent",
             l.vat_minor AS "vatMinor"
      FROM bill_line l
      LEFT JOIN meter m ON m.id = l.meter_id
      LEFT JOIN supply_point p ON p.id = m.supply_point_id
      WHERE l.bill_id = ${bill.id}::uuid ORDER BY l.position`
    return { ...bill, lines, ...(await readCircumstances(tx, bill)) }
  })
}

/**
 * A bill of the person with its lines.
 * @throws Refusal `billing.not_found`
 */
export async function getBill(
  grant: Grant<'bills:view' | 'payments:view' | 'payments:pay'>,
  billId: string,
): Promise<BillView> {
  const bill = await findBill(grant, billId)
  if (!bill) throw new Refusal('billing.not_found')
  return bill
}
