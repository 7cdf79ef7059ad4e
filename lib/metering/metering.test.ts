import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inScope, systemGrant } from '#lib/access/index.ts'
import type { HeldRow } from '#lib/personal-data/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import {
  chargingSessionsHeld,
  listChargingSessions,
  listMeters,
  type MeterRef,
  type ReadingRow,
  readingsHeld,
  registerMeter,
  storeChargingSessions,
  storeReadings,
  storeReadingsOfMeters,
  usageByDay,
} from './index.ts'

const HOUR = 3_600_000

function intake(person: TestPerson) {
  return systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
}

function newMeter(person: TestPerson, zone = 'Asia/Shanghai') {
  return registerMeter(intake(person), {
    serial: `M-${randomUUID()}`,
    utility: 'electricity',
    supplyPoint: 'Home',
    zone,
  })
}

function hours(from: string, count: number, quantity = 100n): ReadingRow[] {
  const start = Date.parse(from)
  return Array.from({ length: count }, (_, index) => ({
    senderId: randomUUID(),
    startedAt: new Date(start + index * HOUR),
    endedAt: new Date(start + (index + 1) * HOUR),
    quantity,
  }))
}

const store = (person: TestPerson, meter: MeterRef, rows: readonly ReadingRow[]) =>
  inScope(intake(person), (tx) => storeReadings(tx, meter, rows))

describe('readings', () => {
  it('are stored once, whoever sends them how often', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person)
    const rows = hours('2026-10-01T00:00:00+08:00', 3)
    expect((await store(person, meter, rows)).map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'stored'])
    const [first, second] = rows
    if (!first || !second) throw new Error('no rows')
    const again = await store(person, meter, [
      first,
      { ...second, quantity: 7n },
      { ...first, senderId: randomUUID() },
      {
        ...first,
        senderId: 'new',
        startedAt: new Date('2026-10-02T00:00:00Z'),
        endedAt: new Date('2026-10-02T01:00Z'),
      },
    ])
    expect(again).toEqual([
      { outcome: 'duplicate' },
      { outcome: 'refused', reason: 'sender_id_reused' },
      { outcome: 'refused', reason: 'interval_taken' },
      { outcome: 'stored' },
    ])
    const [series] = await usageByDay(person.grant('usage:view'), { month: '2026-10' })
    expect(series?.points).toEqual([
      { day: '2026-10-01', quantity: 300n },
      { day: '2026-10-02', quantity: 100n },
    ])
  })

  it('that repeat within one batch count once', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person)
    const [row] = hours('2026-10-01T00:00:00+08:00', 1)
    if (!row) throw new Error('no row')
    const outcomes = await store(person, meter, [row, row, { ...row, quantity: 9n }, { ...row, senderId: 'other' }])
    expect(outcomes).toEqual([
      { outcome: 'stored' },
      { outcome: 'duplicate' },
      { outcome: 'refused', reason: 'sender_id_reused' },
      { outcome: 'refused', reason: 'interval_taken' },
    ])
  })

  it('belong to the day of the supply point, also when clocks change', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person, 'Europe/Paris')
    // 25 October 2026 has 25 hours in Paris.
    await store(person, meter, hours('2026-10-25T00:00:00+02:00', 26, 1n))
    const [series] = await usageByDay(person.grant('usage:view'), { month: '2026-10' })
    expect(series?.points).toEqual([
      { day: '2026-10-25', quantity: 25n },
      { day: '2026-10-26', quantity: 1n },
    ])
  })

  it('arrive ten thousand at once, for many meters, from two senders in other orders', async () => {
    const person = await createTestPerson('energybilling')
    const meters = await Promise.all(Array.from({ length: 5 }, () => newMeter(person)))
    const records = meters.flatMap((meter) => hours('2026-01-01T00:00:00Z', 2000).map((row) => ({ meter, row })))
    const send = (batch: typeof records) =>
      inScope(intake(person), (tx) => storeReadingsOfMeters(tx, person.brand, batch))
    const [one, two] = await Promise.all([send(records), send(records.toReversed())])
    const count = (outcome: string) => [...one, ...two].filter((result) => result.outcome === outcome).length
    expect([count('stored'), count('duplicate')]).toEqual([10_000, 10_000])
    const [sum] = await inScope(intake(person), (tx) =>
      tx.usageDay.groupBy({
        by: ['subjectId'],
        where: { subjectId: person.id },
        _sum: { quantity: true, readings: true },
      }),
    )
    expect(sum?._sum).toEqual({ quantity: 1_000_000n, readings: 10_000 })
  })

  it('are listed newest first by key over several meters, and all of them are exported', async () => {
    const person = await createTestPerson('energybilling')
    const meters = await Promise.all([newMeter(person), newMeter(person)])
    for (const meter of meters) await store(person, meter, hours('2026-10-01T00:00:00Z', 30))
    const of = { brand: person.brand, subject: person.id, category: 'readings' }
    const seen = await inScope(person.grant('inventory:view'), async (tx) => {
      const first = await readingsHeld.list(tx, of, { limit: 25 }, false)
      const last = first.at(-1)
      const second = last ? await readingsHeld.list(tx, of, { limit: 50, before: last }, false) : []
      const all: HeldRow[] = []
      for await (const row of readingsHeld.all(tx, of)) all.push(row)
      return { paged: [...first, ...second].map((row) => row.id), all: all.map((row) => row.id) }
    })
    expect(seen.paged).toEqual(seen.all)
    expect(new Set(seen.all).size).toBe(60)
    expect((await listMeters(person.grant('usage:view'))).map((meter) => meter.lastReadingAt)).toEqual([
      new Date('2026-10-02T06:00:00Z'),
      new Date('2026-10-02T06:00:00Z'),
    ])
  })

  it('go when they are erased, those before a day with their sums', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person)
    await store(person, meter, hours('2026-10-01T00:00:00+08:00', 72))
    const of = { brand: person.brand, subject: person.id, category: 'readings' }
    const system = systemGrant('test', 'retention:sweep', { brand: person.brand, subject: person.id })
    const old = await inScope(system, (tx) =>
      readingsHeld.erase(tx, of, { end: 'erase', olderThan: new Date('2026-10-02T00:00:00+08:00') }),
    )
    expect(old.erased).toBe(24)
    const [series] = await usageByDay(person.grant('usage:view'), { month: '2026-10' })
    expect(series?.points.map((point) => point.day)).toEqual(['2026-10-02', '2026-10-03'])
    expect((await inScope(system, (tx) => readingsHeld.erase(tx, of, { end: 'erase' }))).erased).toBe(48)
    expect(await listMeters(person.grant('usage:view'))).toEqual([])
  })

  it('of a number that is somebody else’s meter are not taken over', async () => {
    const [one, two] = [await createTestPerson('energybilling'), await createTestPerson('energybilling')]
    const input = { serial: `M-${randomUUID()}`, utility: 'gas', supplyPoint: 'Home', zone: 'Asia/Shanghai' } as const
    const meter = await registerMeter(intake(one), input)
    expect(await registerMeter(intake(one), input)).toEqual(meter)
    await expect(registerMeter(intake(two), input)).rejects.toMatchObject({ code: 'metering.serial_taken' })
  })
})

describe('charging sessions', () => {
  const session = (person: TestPerson, at: string) => ({
    senderId: randomUUID(),
    subjectId: person.id,
    startedAt: new Date(at),
    endedAt: new Date(Date.parse(at) + HOUR),
    energyWh: 7_400n,
  })

  it('are stored once, listed by key and summed by the brand’s day', async () => {
    const person = await createTestPerson('wellborne-plus')
    const rows = [session(person, '2026-10-01T15:30:00Z'), session(person, '2026-10-01T16:30:00Z')]
    const send = (batch: typeof rows) => inScope(intake(person), (tx) => storeChargingSessions(tx, person.brand, batch))
    expect((await send(rows)).map(({ outcome }) => outcome)).toEqual(['stored', 'stored'])
    const [first] = rows
    if (!first) throw new Error('no row')
    expect(await send([first, { ...first, energyWh: 1n }])).toEqual([
      { outcome: 'duplicate' },
      { outcome: 'refused', reason: 'sender_id_reused' },
    ])
    const [series] = await usageByDay(person.grant('usage:view'), { month: '2026-10' })
    expect(series).toMatchObject({
      utility: 'charging',
      points: [
        { day: '2026-10-01', quantity: 7_400n },
        { day: '2026-10-02', quantity: 7_400n },
      ],
    })
    const page = await listChargingSessions(person.grant('usage:view'), { limit: 1 })
    const [newest] = page.sessions
    if (!newest) throw new Error('no session')
    const next = await listChargingSessions(person.grant('usage:view'), {
      limit: 1,
      before: { at: newest.startedAt, id: newest.id },
    })
    expect([page.more, next.more]).toEqual([true, false])
    expect(next.sessions[0]?.startedAt).toEqual(first.startedAt)
    const of = { brand: person.brand, subject: person.id, category: 'charging_sessions' }
    const system = systemGrant('test', 'retention:sweep', { brand: person.brand, subject: person.id })
    expect((await inScope(system, (tx) => chargingSessionsHeld.erase(tx, of, { end: 'erase' }))).erased).toBe(2)
  })
})
