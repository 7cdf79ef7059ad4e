import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { issueApprovedGrant } from '#lib/access/approved-grant.ts'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { type ChargingSessionRow, storeChargingSessions } from '#lib/metering/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/index.ts'
import { Exact } from '#lib/platform/money/index.ts'
import { priceOcpi } from '#lib/tariffs/index.ts'
import { CdrObject } from '#lib/tariffs/ocpi/cdr-object.ts'
import { issueTestBill } from '#lib/testing/billed-person.ts'
import { createTestPerson, createTestStaff, type TestPerson } from '#lib/testing/people.ts'
import { cancelBill } from '../cancel-bill.ts'
import { rebill } from '../rebill.ts'
import { downloadChargingCdrs } from './download-charging-cdrs.ts'
import { chargingCdrs } from './write-charging-cdrs.ts'

type Charged = Partial<Omit<ChargingSessionRow, 'senderId' | 'subjectId'>> & { at: string; minutes?: number }

async function charge(person: TestPerson, sessions: readonly Charged[]): Promise<void> {
  const grant = systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })
  const rows = sessions.map(({ at, minutes = 90, ...told }) => ({
    senderId: randomUUID(),
    subjectId: person.id,
    startedAt: new Date(at),
    endedAt: new Date(Date.parse(at) + minutes * 60_000),
    energyWh: 11_234n,
    ...told,
  }))
  await inScope(grant, (tx) => storeChargingSessions(tx, person.brand, rows))
}

async function textOf(parts: AsyncIterable<string> | null): Promise<string> {
  let text = ''
  for await (const part of parts ?? []) text += part
  return text
}

/** What the person downloads, each object checked by what OCPI requires of it. */
async function cdrsOf(person: TestPerson, locale: Locale = 'en'): Promise<CdrObject[]> {
  return z
    .array(CdrObject)
    .parse(JSON.parse(await textOf(await downloadChargingCdrs(person.grant('exports:download'), locale))))
}

async function correcting<P extends 'bills:cancel' | 'bills:rebill'>(permission: P, brand: string) {
  return issueApprovedGrant(await createTestStaff('data_operator'), permission, { brand }, randomUUID())
}

/** The CDRs of a bill come to what it asks for its sessions, without its daily charge. */
async function expectBilled(cdrs: readonly CdrObject[], billId: string | undefined) {
  const billed = await sessionLines(billId)
  const major = (minor: bigint) => new Exact(minor.toString()).div(100).toNumber()
  const costs = cdrs.map(({ total_cost }) => total_cost)
  expect(sum(costs.map(({ excl_vat }) => excl_vat)).toNumber()).toBe(major(billed.net))
  expect(sum(costs.map(({ incl_vat = 0 }) => incl_vat)).toNumber()).toBe(major(billed.gross))
  return billed
}

/** What a bill asks for its sessions, without the daily charge. */
async function sessionLines(billId = '') {
  const lines = await database('system').billLine.findMany({ where: { billId, kind: { not: 'standing' } } })
  const net = lines.reduce((total, { netMinor }) => total + netMinor, 0n)
  return { lines, net, gross: lines.reduce((total, { vatMinor }) => total + vatMinor, net) }
}

const sum = (amounts: readonly number[]) => amounts.reduce((total, one) => total.plus(one), new Exact(0))

/** October 2026: into and out of the dear evening, a weekend, the night on which clocks change, and one above the limit. */
const OCTOBER: readonly Charged[] = [
  { at: '2026-10-01T14:10:00Z', minutes: 95 },
  { at: '2026-10-02T16:00:00Z', energyWh: 23_457n, minutes: 187 },
  { at: '2026-10-03T16:30:00Z', energyWh: 7_001n, station: 'Südkreuz P2, Berlin' },
  { at: '2026-10-24T22:15:00Z', energyWh: 38_111n, minutes: 400 },
  { at: '2026-10-28T15:55:00Z', energyWh: 99_999n, minutes: 313 },
]

describe('charge detail records', () => {
  it('come to what the bill asks for its sessions to the cent, and to their own tariff when they are priced again', async () => {
    const person = await createTestPerson('we-e-charge')
    await charge(person, OCTOBER)
    const bill = await issueTestBill(person)
    const cdrs = await cdrsOf(person)
    expect(cdrs).toHaveLength(OCTOBER.length)
    const { lines } = await expectBilled(cdrs, bill?.id)
    expect(lines.map(({ kind }) => kind).toSorted()).toEqual(['energy', 'energy', 'limit'])
    expect(sum(cdrs.map(({ total_energy }) => total_energy)).toFixed()).toBe('179.802')
    const [dearest] = cdrs.toSorted((one, other) => other.total_cost.excl_vat - one.total_cost.excl_vat)
    for (const cdr of cdrs) {
      const again = priceOcpi(undefined, cdr, 'Europe/Berlin')
      const { currency, total_energy, total_time } = cdr
      expect(again).toMatchObject({ currency, total_energy, total_time })
      expect(cdr).toMatchObject({ invoice_reference_id: bill?.number, tariffs: [{ id: 'WEC-2026', party_id: 'ECH' }] })
      // One of them bears what rounding made, says so, and is less than a cent for each line away from its tariff.
      const away = new Exact(cdr.total_cost.excl_vat).minus(again.total_cost.excl_vat)
      const energyAway = new Exact(cdr.total_energy_cost?.excl_vat ?? 0).minus(again.total_energy_cost?.excl_vat ?? 0)
      expect(energyAway.toFixed()).toBe(away.toFixed())
      expect(away.abs().toNumber()).toBeLessThan(cdr === dearest ? 0.005 * lines.length + 0.001 : 0.000_01)
      expect(cdr.remark?.includes('by which the bill rounds')).toBe(cdr === dearest)
    }
  })

  it('come to the bill whatever was charged, by any rate and with VAT', async () => {
    const person = await createTestPerson('wellborne-plus')
    const wattHours = [11_233n, 7_001n, 38_117n, 20_009n, 9_996n, 30_003n, 1n, 0n]
    for (const [index, month] of ['05', '06', '07', '08'].entries()) {
      const sessions = wattHours.map((energyWh, day) => ({
        at: `2026-${month}-0${day + 1}T${String(10 + index).padStart(2, '0')}:15:00Z`,
        energyWh: energyWh * BigInt(index + 1) + BigInt(index),
        minutes: 200 + 97 * index,
      }))
      await charge(person, sessions)
      const period = { periodStart: `2026-${month}-01`, periodEnd: `2026-0${Number(month) + 1}-01` }
      const bill = await issueTestBill(person, period)
      const cdrs = await cdrsOf(person)
      await expectBilled(
        cdrs.filter(({ invoice_reference_id }) => invoice_reference_id === bill?.number),
        bill?.id,
      )
    }
  })

  it('bear no more than rounding: what changed since the bill stays a difference', async () => {
    const person = await createTestPerson('we-e-charge')
    await charge(person, OCTOBER)
    await issueTestBill(person)
    const [first, ...others] = await cdrsOf(person)
    await database('system').chargingSession.deleteMany({ where: { id: first?.session_id ?? '' } })
    const left = await cdrsOf(person)
    expect(left.map(({ id }) => id)).toEqual(others.map(({ id }) => id))
    expect(left.some(({ remark }) => remark?.includes('by which the bill rounds'))).toBe(false)
    for (const cdr of left) expect(priceOcpi(undefined, cdr, 'Europe/Berlin').total_cost).toEqual(cdr.total_cost)
  })

  it('say in the language of the reader what a number alone does not', async () => {
    const person = await createTestPerson('we-e-charge')
    await charge(person, OCTOBER)
    const bill = await issueTestBill(person)
    await cancelBill(await correcting('bills:cancel', person.brand), { billId: bill?.id ?? '', reason: 'goodwill' })
    await charge(person, [{ at: '2026-11-03T10:00:00Z' }])
    const remarks = new Map<Locale, string>()
    for (const locale of LOCALES)
      remarks.set(locale, (await cdrsOf(person, locale)).map(({ remark }) => remark).join('\n'))
    expect(remarks.get('en')).toContain('Priced by its tariff.')
    expect(remarks.get('fr')).toContain('Prix selon son tarif.')
    expect(remarks.get('zh-CN')).toContain('按适用电价计费。')
    for (const text of remarks.values()) expect(text).toContain(bill?.number)
  })

  it('write one rate for each kWh as the tariff that it is', async () => {
    const person = await createTestPerson('we-e-charge')
    await charge(person, [{ at: '2025-10-01T14:10:00Z', energyWh: 10_003n }])
    const [cdr] = await cdrsOf(person)
    // 10.003 kWh at 0.39, and 19 % of it.
    expect(cdr).toMatchObject({
      total_cost: { excl_vat: 3.9012, incl_vat: 4.6424 },
      tariffs: [{ elements: [{ price_components: [{ type: 'ENERGY', price: 0.39, vat: 19, step_size: 1 }] }] }],
    })
    expect(priceOcpi(undefined, cdr, 'Europe/Berlin').total_cost).toEqual(cdr?.total_cost)
  })

  it('are never taken away: a bill that was cancelled leaves its CDR, a credit CDR, and what was billed instead', async () => {
    const person = await createTestPerson('we-e-charge')
    await charge(person, [{ at: '2026-10-03T10:00:00Z', energyWh: 10_000n }])
    const [bill] = [await issueTestBill(person)]
    const before = await cdrsOf(person)
    const grant = await correcting('bills:rebill', person.brand)
    const made = await rebill(grant, { billId: bill?.id ?? '', reason: 'wrong_tariff' })
    const [first, credit, second, ...more] = await cdrsOf(person)
    expect(more).toEqual([])
    expect([first]).toEqual(before)
    expect(credit).toMatchObject({
      credit: true,
      credit_reference_id: first?.id,
      id: `${first?.id}-C`,
      total_cost: { excl_vat: -4.15, incl_vat: -4.94 },
      remark: expect.stringContaining(made.creditNote),
    })
    expect(Date.parse(credit?.last_updated ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.last_updated ?? ''))
    // All the data of the original, and only the total negative.
    const {
      id: _,
      remark: _1,
      last_updated: _2,
      total_cost: _3,
      credit: _4,
      credit_reference_id: _5,
      ...same
    } = credit ?? {}
    expect(first).toMatchObject(same)
    expect(second).toMatchObject({ total_cost: first?.total_cost, invoice_reference_id: made.bill?.number })
    expect(second?.id).not.toBe(first?.id)
    expect(second).not.toHaveProperty('credit')
    expect(second?.session_id).toBe(first?.session_id)

    await cancelBill(await correcting('bills:cancel', person.brand), {
      billId: made.bill?.id ?? '',
      reason: 'goodwill',
    })
    const all = await cdrsOf(person)
    expect(all).toHaveLength(4)
    expect(sum(all.map(({ total_cost }) => total_cost.excl_vat)).toNumber()).toBe(0)
    expect(new Set(all.map(({ id }) => id)).size).toBe(4)
  })

  it('tell the cost that the sender told, else the price of the day, else none, and say which', async () => {
    const person = await createTestPerson('wellborne-plus')
    await charge(person, [
      { at: '2013-05-01T10:00:00Z' },
      { at: '2026-05-01T02:00:00Z', energyWh: 5_000n },
      { at: '2026-05-02T02:00:00Z', costMinor: 1_234n, currency: 'CNY' },
    ])
    const [none, priced, told] = await cdrsOf(person)
    expect(none).toMatchObject({
      total_cost: { excl_vat: 0 },
      currency: 'CNY',
      remark: expect.stringMatching(/^No price/),
    })
    expect(priced).toMatchObject({ total_cost: { excl_vat: 6.4 }, tariffs: [{ id: 'WBP-2026' }] })
    expect(priced?.remark).toContain('on no bill yet')
    expect(told).toMatchObject({ total_cost: { excl_vat: 12.34 }, remark: expect.stringMatching(/sender told/) })
    expect(told?.total_cost).not.toHaveProperty('incl_vat')
    for (const cdr of [none, told]) expect(cdr).not.toHaveProperty('tariffs')
    // What comes after its bill was made is not on it.
    await issueTestBill(person, { periodStart: '2026-05-01', periodEnd: '2026-06-01' })
    await charge(person, [{ at: '2026-05-09T02:00:00Z' }])
    const billed = (await cdrsOf(person)).map(({ invoice_reference_id }) => invoice_reference_id !== undefined)
    expect(billed).toEqual([false, true, true, false])
  })

  it('tell nothing of the person and nothing of where they live', async () => {
    const person = await createTestPerson('we-e-charge')
    const { id: deviceId } = await database('system').device.create({
      data: { brand: person.brand, subjectId: person.id, kind: 'charger', serial: 'SN-1', model: 'M', name: 'Garage' },
    })
    const long = `${'Straße '.repeat(40)}🚗🚗`
    await charge(person, [
      { at: '2026-10-03T10:00:00Z', deviceId, station: 'Gartenweg 7, Potsdam' },
      { at: '2026-10-04T10:00:00Z', station: long },
      { at: '2026-10-05T10:00:00Z', station: long },
    ])
    const [home, away, again] = await cdrsOf(person)
    const text = JSON.stringify([home, away, again])
    for (const secret of [person.id, person.ref, 'Gartenweg', 'Garage', 'SN-1', 'Test person'])
      expect(text).not.toContain(secret)
    expect(home?.cdr_location).toMatchObject({ id: deviceId, address: '#NA', country: 'DEU' })
    expect(away?.cdr_location.name).toContain('Straße')
    expect(again?.cdr_location).toEqual(away?.cdr_location)
    expect(again?.cdr_token).toEqual(home?.cdr_token)
    const other = await createTestPerson('we-e-charge')
    await charge(other, [{ at: '2026-10-03T10:00:00Z' }])
    expect((await cdrsOf(other))[0]?.cdr_token.uid).not.toBe(home?.cdr_token.uid)
  })

  it('are written page by page, each once, those of one moment too', async () => {
    const person = await createTestPerson('we-e-charge')
    await database('system').$executeRaw`
      INSERT INTO charging_session (id, brand, subject_id, started_at, ended_at, energy_wh, sender_id, content_hash)
      SELECT gen_random_uuid(), ${person.brand}, ${person.id}::uuid, at, at + interval '2 hours', 1000 + n,
             gen_random_uuid()::text, ''
      FROM (SELECT n, '2026-01-01T00:00Z'::timestamptz + (n / 7) * interval '1 hour' AS at
            FROM generate_series(1, 1234) AS n) t`
    const parts = await inScope(person.grant('exports:download'), async (tx) => {
      const written: string[] = []
      for await (const part of (await chargingCdrs(tx, { brand: person.brand, subject: person.id, locale: 'en' })) ??
        [])
        written.push(part)
      return written
    })
    expect(parts).toHaveLength(14)
    const cdrs = z.array(CdrObject).parse(JSON.parse(parts.join('')))
    expect(new Set(cdrs.map(({ id }) => id)).size).toBe(1234)
    expect(cdrs.map(({ start_date_time }) => start_date_time)).toEqual(
      cdrs.map(({ start_date_time }) => start_date_time).toSorted(),
    )
    expect(await cdrsOf(person)).toEqual(cdrs)
  })

  it('are the person’s own, none where there are none, and recorded when they are taken', async () => {
    const [person, other] = [await createTestPerson('we-e-charge'), await createTestPerson('we-e-charge')]
    await charge(other, OCTOBER)
    expect(await cdrsOf(person)).toEqual([])
    const of = { brand: person.brand, subject: person.id, locale: 'en' as const }
    expect(await inScope(person.grant('exports:download'), (tx) => chargingCdrs(tx, of))).toBeNull()
    const events = await database('system').auditEvent.findMany({ where: { subjectId: person.id } })
    expect(events).toMatchObject([
      { name: 'charging_sessions.downloaded', actorKind: 'person', permission: 'exports:download' },
    ])
  })
})
