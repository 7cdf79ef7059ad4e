import { randomInt, randomUUID } from 'node:crypto'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { type IssuedBill, issueBill } from '#lib/billing/index.ts'
import { postLedger } from '#lib/ledger/index.ts'
import { registerMeter, storeChargingSessions, storeReadings } from '#lib/metering/index.ts'
import type { Direction, MeteredUtility, Unit } from '#lib/metering/schema.ts'
import { clock } from '#lib/platform/clock.ts'
import { createTestPerson, type TestPerson } from './people.ts'

/** Registers a meter and stores one reading of it. */
export async function meterTestUse(
  person: TestPerson,
  use: {
    utility: MeteredUtility
    quantity: bigint
    at?: string
    installedAt?: string
    zone?: string
    unit?: Unit
    direction?: Direction
    quality?: string
  },
): Promise<void> {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
  const startedAt = new Date(use.at ?? '2026-10-10T00:00:00Z')
  const meter = await registerMeter(grant, {
    serial: `M-${randomUUID()}`,
    utility: use.utility,
    supplyPoint: 'Home',
    zone: use.zone ?? 'Asia/Shanghai',
    ...(use.unit ? { unit: use.unit } : {}),
    ...(use.direction ? { direction: use.direction } : {}),
    installedAt: new Date(use.installedAt ?? '2020-01-01T00:00:00Z'),
  })
  const reading = {
    senderId: randomUUID(),
    startedAt,
    endedAt: new Date(startedAt.getTime() + 3_600_000),
    quantity: use.quantity,
    ...(use.quality ? { quality: use.quality } : {}),
  }
  await inScope(grant, (tx) => storeReadings(tx, meter, [reading]))
}

/** Stores one charging session of the person. */
export async function chargeTestUse(person: TestPerson, energyWh: bigint, at = '2026-10-10T00:00:00Z'): Promise<void> {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
  const session = {
    senderId: randomUUID(),
    subjectId: person.id,
    startedAt: new Date(at),
    endedAt: new Date(Date.parse(at) + 3_600_000),
    energyWh,
  }
  await inScope(grant, (tx) => storeChargingSessions(tx, person.brand, [session]))
}

export function issueTestBill(person: TestPerson, period = { periodStart: '2026-10-01', periodEnd: '2026-11-01' }) {
  return issueBill(systemGrant('test', 'bills:issue', { brand: person.brand, subject: person.id }), {
    ...period,
    issuedOn: period.periodEnd,
  })
}

/** A person of a brand with one open bill for October 2026. */
export async function createBilledPerson(brand = 'energybilling'): Promise<{ person: TestPerson; bill: IssuedBill }> {
  const person = await createTestPerson(brand)
  if (brand === 'energybilling') await meterTestUse(person, { utility: 'electricity', quantity: 250_000n })
  else if (brand === 'we-e-charge' || brand === 'wellborne-plus') await chargeTestUse(person, 42_000n)
  else await meterTestUse(person, { utility: 'service', quantity: 900n })
  const bill = await issueTestBill(person)
  if (!bill) throw new Error('the test person owes nothing')
  return { person, bill }
}

/** An issued bill of any currency and amount, past the tariffs; for a test that is about paying it. */
export async function createTestBill(
  person: TestPerson,
  { currency = 'EUR', totalMinor = 10_000n }: { currency?: string; totalMinor?: bigint } = {},
): Promise<IssuedBill> {
  const grant = systemGrant('test', 'bills:issue', { brand: person.brand, subject: person.id })
  const number = `T-${randomUUID()}`
  const of = { brand: person.brand, subjectId: person.id }
  const day = new Date(randomInt(9_000) * 86_400_000)
  return inScope(grant, async (tx) => {
    const { id } = await tx.bill.create({
      data: {
        ...of,
        kind: 'fee',
        currency,
        // A person has one bill of a period.
        periodStart: day,
        periodEnd: new Date(day.getTime() + 86_400_000),
        issuedOn: clock.now(),
        dueOn: clock.inDays(30),
        payableOn: clock.inDays(30),
        netMinor: totalMinor,
        vatMinor: 0n,
        totalMinor,
      },
      select: { id: true },
    })
    await tx.billLine.create({
      data: {
        ...of,
        billId: id,
        position: 1,
        kind: 'adjustment',
        tariff: 'request_fee',
        utility: 'service',
        startsOn: day,
        endsOn: new Date(day.getTime() + 86_400_000),
        quantity: 1n,
        unit: 'event',
        rate: '1',
        netMinor: totalMinor,
        vatPercent: '0',
        vatMinor: 0n,
      },
      select: { id: true },
    })
    await tx.bill.update({ where: { id }, data: { state: 'issued', number }, select: { id: true } })
    await postLedger(tx, {
      ...of,
      kind: 'bill_issued',
      reference: id,
      currency,
      at: clock.now(),
      billId: id,
      entries: [
        { account: 'receivable', amountMinor: totalMinor },
        { account: 'revenue', amountMinor: -totalMinor },
      ],
    })
    return { id, number, totalMinor, currency, issued: true }
  })
}
