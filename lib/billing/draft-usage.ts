import type { Grant } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { addDays, localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { billDrafted } from './events.ts'
import type { PricedLine } from './price-meter.ts'
import { pricePeriod } from './price-period.ts'
import { readRegisters } from './read-registers.ts'

/** Days of which the second does not belong to them any more. */
export interface Period {
  readonly periodStart: string
  readonly periodEnd: string
}

export interface UsageOf {
  readonly subjectId: string
  readonly period: Period
  /** The cancelled bill in whose place the new one stands. */
  readonly replacesId?: string
}

/**
 * Prices what a person used in a period by the brand's tariffs and writes it down as a draft, without a number.
 * More fed into the grid than used makes its sum negative: it credits the person.
 * @returns its id; null where nothing was used, or neither side owes anything
 */
export async function draftUsage(tx: Tx, grant: Grant, of: UsageOf): Promise<string | null> {
  const lines = await pricePeriod(tx, { brand: grant.brand, subjectId: of.subjectId }, of.period)
  const netMinor = lines.reduce((sum, line) => sum + line.netMinor, 0n)
  const vatMinor = lines.reduce((sum, line) => sum + line.vatMinor, 0n)
  if (netMinor + vatMinor === 0n) return null
  const { id } = await tx.bill.create({
    data: { ...frameOf(grant.brand, of), netMinor, vatMinor, totalMinor: netMinor + vatMinor },
    select: { id: true },
  })
  await writeLines(tx, grant, { billId: id, subjectId: of.subjectId, lines })
  await audit.record(tx, grant, { ...billDrafted(id), subject: of.subjectId })
  return id
}

/** What a draft says of itself; its days are those of today until it is issued. */
function frameOf(brand: string, { subjectId, period, replacesId }: UsageOf) {
  const { currencies, paymentTermDays, zone } = getManifest(brand)
  const [currency] = currencies
  if (!currency) throw new Error('a brand bills in a currency')
  const today = localDay(clock.now(), zone)
  const dueOn = new Date(addDays(today, paymentTermDays))
  return {
    brand,
    subjectId,
    state: 'draft',
    currency,
    periodStart: new Date(period.periodStart),
    periodEnd: new Date(period.periodEnd),
    issuedOn: new Date(today),
    dueOn,
    payableOn: dueOn,
    replacesId: replacesId ?? null,
  }
}

async function writeLines(
  tx: Tx,
  { brand }: Grant,
  { billId, subjectId, lines }: { billId: string; subjectId: string; lines: readonly PricedLine[] },
): Promise<void> {
  const registers = await readRegisters(tx, { brand, subjectId }, lines)
  await tx.billLine.createMany({
    data: lines.map(({ startsOn, endsOn, ...line }, index) => ({
      ...line,
      ...registers[index],
      brand,
      subjectId,
      billId,
      position: index + 1,
      startsOn: new Date(startsOn),
      endsOn: new Date(endsOn),
    })),
  })
}
