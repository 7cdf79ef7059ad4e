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
  storeRegisterStates,
  usageByDay,
  usageByHour,
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
    expect(series?.points).toMatchObject([
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
    expect(series?.points).toMatchObject([
      { day: '2026-10-25', quantity: 25n },
      { day: '2026-10-26', quantity: 1n },
    ])
    await store(person, meter, hours('2026-03-28T23:00:00Z', 23, 1n))
    const sums = await usageByDay(person.grant('usage:view'), { month: '2026-03' })
    expect(sums[0]?.points).toEqual([{ day: '2026-03-29', quantity: 23n, estimated: 0n, covered: 1 }])
    const [autumn] = await usageByHour(person.grant('usage:view'), { day: '2026-10-25' })
    expect(autumn?.points.map(({ day }) => day.slice(11, 13))).toHaveLength(25)
    expect(autumn?.points[0]).toEqual({ day: '2026-10-24T22:00:00Z', quantity: 1n, estimated: 0n, covered: 1 })
    const [spring] = await usageByHour(person.grant('usage:view'), { day: '2026-03-29' })
    expect(spring?.points).toHaveLength(23)
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

describe('a meter', () => {
  const reading = (from: string, to: string, quantity: bigint, quality = 'actual'): ReadingRow => ({
    senderId: randomUUID(),
    startedAt: new Date(from),
    endedAt: new Date(to),
    quantity,
    quality,
  })
  const days = async (person: TestPerson, meter: MeterRef) =>
    (
      await inScope(intake(person), (tx) =>
        tx.usageDay.findMany({ where: { meterId: meter.id }, orderBy: { day: 'asc' } }),
      )
    ).map((row) => [row.day.toISOString().slice(0, 10), row.quantity, row.estimated, row.seconds])

  it('shares what was used over several days out by time, and loses nothing', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person, 'Europe/Paris')
    // Two days and the morning of a third; the night between the first two has 25 hours.
    await store(person, meter, [reading('2026-10-25T00:00:00+02:00', '2026-10-27T12:00:00+01:00', 1000n)])
    expect(await days(person, meter)).toEqual([
      ['2026-10-25', 409n, 0n, 90_000n],
      ['2026-10-26', 394n, 0n, 86_400n],
      ['2026-10-27', 197n, 0n, 43_200n],
    ])
  })

  it('shows an estimate until it was read, and keeps of it what nobody read', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person)
    await store(person, meter, [reading('2026-10-01T00:00:00+08:00', '2026-10-04T00:00:00+08:00', 300n, 'estimated')])
    expect((await days(person, meter)).map(([, quantity, estimated]) => [quantity, estimated])).toEqual([
      [100n, 100n],
      [100n, 100n],
      [100n, 100n],
    ])
    const actual = reading('2026-10-02T00:00:00+08:00', '2026-10-03T00:00:00+08:00', 70n)
    expect(await store(person, meter, [actual])).toEqual([{ outcome: 'stored' }])
    expect(await days(person, meter)).toEqual([
      ['2026-10-01', 100n, 100n, 86_400n],
      ['2026-10-02', 70n, 0n, 86_400n],
      ['2026-10-03', 100n, 100n, 86_400n],
    ])
    const late = reading('2026-10-02T06:00:00+08:00', '2026-10-02T07:00:00+08:00', 5n, 'estimated')
    expect(await store(person, meter, [late, actual])).toEqual([
      { outcome: 'refused', reason: 'interval_taken' },
      { outcome: 'duplicate' },
    ])
    const rest = reading('2026-10-01T00:00:00+08:00', '2026-10-02T00:00:00+08:00', 40n)
    const last = reading('2026-10-03T00:00:00+08:00', '2026-10-04T00:00:00+08:00', 50n)
    await store(person, meter, [rest, last])
    expect((await days(person, meter)).map(([, quantity, estimated]) => [quantity, estimated])).toEqual([
      [40n, 0n],
      [70n, 0n],
      [50n, 0n],
    ])
  })

  it('counts no time twice, whoever sends it: what lies over a reading is refused, in a batch too', async () => {
    const person = await createTestPerson('energybilling')
    const meter = await newMeter(person)
    const day = reading('2026-10-01T00:00:00+08:00', '2026-10-02T00:00:00+08:00', 24n)
    const hour = reading('2026-10-01T05:00:00+08:00', '2026-10-01T06:00:00+08:00', 9n)
    const guess = reading('2026-10-01T12:00:00+08:00', '2026-10-03T00:00:00+08:00', 9n, 'estimated')
    expect((await store(person, meter, [guess, day, hour])).map(({ outcome }) => outcome)).toEqual([
      'refused',
      'stored',
      'refused',
    ])
    const around = reading('2026-09-30T00:00:00+08:00', '2026-10-05T00:00:00+08:00', 9n)
    expect((await store(person, meter, [hour, around])).map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
    expect((await days(person, meter)).map(([, quantity]) => quantity)).toEqual([24n])
  })

  it('has a register that begins anew, and one that must not run backwards', async () => {
    const person = await createTestPerson('energybilling')
    const state = (at: string, value: bigint) => ({ senderId: randomUUID(), at: new Date(at), value })
    const rolling = await registerMeter(intake(person), {
      serial: `M-${randomUUID()}`,
      utility: 'water',
      supplyPoint: 'Home',
      zone: 'Asia/Shanghai',
      registerLimit: 100_000n,
    })
    const states = [state('2026-10-01T00:00:00+08:00', 99_900n), state('2026-10-02T00:00:00+08:00', 99_960n)]
    await inScope(intake(person), (tx) => storeRegisterStates(tx, rolling, states))
    await inScope(intake(person), (tx) =>
      storeRegisterStates(tx, rolling, [...states, state('2026-10-03T00:00:00+08:00', 40n)]),
    )
    expect((await days(person, rolling)).map(([, quantity]) => quantity)).toEqual([60n, 80n])
    expect((await listMeters(person.grant('usage:view')))[0]?.lastRegister).toBe(40n)
    const plain = await newMeter(person)
    const back = [state('2026-10-01T00:00:00+08:00', 50n), state('2026-10-02T00:00:00+08:00', 40n)]
    await expect(inScope(intake(person), (tx) => storeRegisterStates(tx, plain, back))).rejects.toMatchObject({
      code: 'metering.register_backwards',
    })
  })

  it('takes the place of another, and the two are shown as one', async () => {
    const person = await createTestPerson('energybilling')
    const of = (more: object) =>
      registerMeter(intake(person), {
        serial: `M-${randomUUID()}`,
        utility: 'gas',
        supplyPoint: 'Home',
        zone: 'Asia/Shanghai',
        ...more,
      })
    const serial = `M-${randomUUID()}`
    const old = await of({ serial })
    await store(person, old, hours('2026-10-01T00:00:00+08:00', 24))
    const installedAt = new Date('2026-10-02T00:00:00+08:00')
    const next = await of({ replaces: serial, installedAt })
    await store(person, next, hours('2026-10-02T00:00:00+08:00', 12))
    const series = await usageByDay(person.grant('usage:view'), { month: '2026-10' })
    expect(series).toMatchObject([
      {
        meterId: next.id,
        points: [
          { day: '2026-10-01', quantity: 2400n },
          { day: '2026-10-02', quantity: 1200n },
        ],
      },
    ])
    expect((await listMeters(person.grant('usage:view'))).map(({ id }) => id)).toEqual([next.id])
    await expect(of({ replaces: serial })).rejects.toMatchObject({ code: 'metering.not_replaceable' })
  })
})
