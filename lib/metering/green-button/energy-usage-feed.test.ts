import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { inScope, systemGrant } from '#lib/access/index.ts'
import { type GreenButtonReading, readGreenButton } from '#lib/intake/readers/read-green-button.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { openEnergyUsage, type ReadingRow, registerMeter, storeReadings, storeRegisterStates } from '../index.ts'
import type { RegisterMeter } from '../schema.ts'

const HOUR = 3_600_000
const SCHEMAS = new URL('../../../../shared/specs/greenbutton/', import.meta.url)

const intake = (person: TestPerson) => systemGrant('test', 'intake:write', { brand: person.brand, subject: person.id })

async function measure(person: TestPerson, meter: Partial<RegisterMeter>, rows: readonly Partial<ReadingRow>[]) {
  const registered = await registerMeter(intake(person), {
    serial: `M-${randomUUID()}`,
    utility: 'electricity',
    supplyPoint: '4 Oak & Elm <Street>',
    zone: 'Europe/Berlin',
    ...meter,
  })
  const complete = rows.map((row) => ({
    senderId: randomUUID(),
    startedAt: new Date(0),
    endedAt: new Date(0),
    quantity: 0n,
    ...row,
  }))
  const stored = await inScope(intake(person), (tx) => storeReadings(tx, registered, complete))
  expect(stored.every(({ outcome }) => outcome === 'stored')).toBe(true)
  return registered
}

function every(milliseconds: number, from: string, quantities: readonly bigint[], quality?: string) {
  return quantities.map((quantity, index) => ({
    startedAt: new Date(Date.parse(from) + index * milliseconds),
    endedAt: new Date(Date.parse(from) + (index + 1) * milliseconds),
    quantity,
    ...(quality ? { quality } : {}),
  }))
}

async function partsOf(content: AsyncIterable<string>): Promise<string[]> {
  const parts: string[] = []
  for await (const part of content) parts.push(part)
  return parts
}

async function feedOf(person: TestPerson, { year, locale = 'en' }: { year?: number; locale?: Locale } = {}) {
  const { content } = await openEnergyUsage(person.grant('exports:download'), { locale, ...(year ? { year } : {}) })
  return (await partsOf(content)).join('')
}

async function readAgain(xml: string, milli = false) {
  const read: GreenButtonReading[] = []
  const notices: string[] = []
  const source = (async function* () {
    yield xml
  })()
  for await (const row of readGreenButton(source, { milli, onNotice: ({ code }) => notices.push(code) })) {
    if (!row.ok) throw new Error(row.reason)
    read.push(row.record)
  }
  return { read, notices }
}

const plain = ({ start, end, quantity }: GreenButtonReading) => [start.toISOString(), end.toISOString(), quantity]
const written = ({ startedAt, endedAt, quantity }: ReturnType<typeof every>[number]) => [
  startedAt.toISOString(),
  endedAt.toISOString(),
  quantity,
]

/** A water meter that is read now and then, and begins anew at ten cubic metres. */
async function showRegister(person: TestPerson) {
  const meter = await measure(person, { utility: 'water', registerLimit: 10_000n }, [])
  const shown = [
    { at: '2026-01-31T12:00:00Z', value: 9_100n },
    { at: '2026-03-01T09:30:00Z', value: 9_950n },
    { at: '2026-03-31T10:00:00Z', value: 40n },
  ]
  const states = shown.map(({ at, value }) => ({ senderId: randomUUID(), at: new Date(at), value }))
  await inScope(intake(person), (tx) => storeRegisterStates(tx, meter, states))
  return shown
}

/** Somebody with a meter of each kind, over the night in which clocks go back. */
async function household() {
  const person = await createTestPerson('we-app')
  const night = every(
    HOUR,
    '2025-10-25T22:00:00Z',
    Array.from({ length: 25 }, (_, hour) => BigInt(hour) * 7n),
  )
  const used = [
    ...night,
    ...every(HOUR, '2025-10-26T23:00:00Z', [140_737_488_355_327n, 0n]),
    ...every(HOUR, '2026-01-01T00:00:00Z', [5n], 'estimated'),
    ...every(HOUR, '2026-01-01T01:00:00Z', [6n], 'edited'),
  ]
  const back = every(HOUR / 4, '2026-06-01T10:00:00Z', [11n, 12n, 13n, 14n])
  const gas = every(24 * HOUR, '2026-02-01T23:00:00Z', [1_000n, 2_345n])
  const water = every(30 * 24 * HOUR, '2026-02-28T23:00:00Z', [12_345n])
  await measure(person, {}, used)
  await measure(person, { direction: 'export' }, back)
  await measure(person, { utility: 'gas', unit: 'l' }, gas)
  await measure(person, { utility: 'water', zone: 'Asia/Shanghai' }, water)
  return { person, used, back, gas, water }
}

describe('energy use as Green Button', () => {
  it('is read again by our own reader as it was measured: units, directions, qualities, the night of 25 hours', async () => {
    const { person, used, back, gas, water } = await household()
    const xml = await feedOf(person)
    const { read, notices } = await readAgain(xml)
    expect(notices).toEqual([])
    const of = (utility: string, direction: string) =>
      read.filter((one) => one.utility === utility && one.direction === direction)
    expect(of('electricity', 'delivered').map(plain)).toEqual(used.map(written))
    expect(of('electricity', 'received').map(plain)).toEqual(back.map(written))
    expect(of('gas', 'delivered').map(plain)).toEqual(gas.map(written))
    expect(of('water', 'delivered').map(plain)).toEqual(water.map(written))
    expect(read).toHaveLength(used.length + back.length + gas.length + water.length)
    expect(new Set(read.map(({ utility, unit }) => `${utility} ${unit}`))).toEqual(
      new Set(['electricity Wh', 'gas L', 'water L']),
    )
    expect(
      of('electricity', 'delivered')
        .slice(-3)
        .map(({ quality }) => quality),
    ).toEqual([[], [8], [7]])
    expect(new Set(read.map(({ standardOffsetSeconds }) => standardOffsetSeconds))).toEqual(new Set([3600, 28_800]))
    // The day of 25 hours is one block, which says so.
    expect(xml).toContain(
      `<interval><duration>${25 * 3600}</duration><start>${Date.parse('2025-10-25T22:00:00Z') / 1000}<`,
    )
  })

  it('tells what a register showed beside what was used between, as values of a moment', async () => {
    const person = await createTestPerson('we-app')
    const shown = await showRegister(person)
    const xml = await feedOf(person)
    const values = [...xml.matchAll(/<duration>0<\/duration><start>(\d+)<\/start><\/timePeriod><value>(\d+)</g)]
    expect(values.map(([, at, value]) => ({ at: new Date(Number(at) * 1000).toISOString(), value }))).toEqual(
      shown.map(({ at, value }) => ({ at: new Date(at).toISOString(), value: String(value) })),
    )
    const types = [...xml.matchAll(/<accumulationBehaviour>(\d)</g)].map(([, code]) => code)
    expect(types).toEqual(['4', '3'])
    // Whoever sums use up takes the register for none.
    const { read, notices } = await readAgain(xml)
    expect(read.map(({ quantity, end }) => [quantity, end.toISOString()])).toEqual([
      [850n, '2026-03-01T09:30:00.000Z'],
      [90n, '2026-03-31T10:00:00.000Z'],
    ])
    expect(new Set(notices)).toEqual(new Set(['accumulation_excluded']))
  })

  it('names things in the language of the reader', async () => {
    const person = await createTestPerson('we-app')
    await measure(person, { direction: 'export' }, every(HOUR, '2026-03-01T00:00:00Z', [1n]))
    await showRegister(person)
    const titles = async (locale: Locale) => {
      const xml = await feedOf(person, { locale })
      expect(xml).toContain(`xml:lang="${locale}"`)
      return [...xml.matchAll(/<title>([^<]+)</g)].map(([, title]) => title)
    }
    expect(await titles('en')).toEqual(expect.arrayContaining(['Electricity, fed back', 'Water', 'Water, register']))
    expect(await titles('fr')).toEqual(expect.arrayContaining(['Électricité, injection', 'Eau', 'Eau, index']))
    expect(await titles('zh-CN')).toEqual(expect.arrayContaining(['水，表计示数']))
  })

  it('counts thousandths of watt-hours exactly', async () => {
    const person = await createTestPerson('we-app')
    const rows = every(HOUR, '2026-03-01T00:00:00Z', [1n, 999_999_999n])
    await measure(person, { unit: 'mWh' }, rows)
    const { read } = await readAgain(await feedOf(person), true)
    expect(read.map(plain)).toEqual(rows.map(written))
  })

  it.skipIf(!existsSync(SCHEMAS))('is valid against the schema of the standard (needs ../shared/specs)', async () => {
    const { person } = await household()
    await measure(person, { utility: 'heat' }, every(HOUR, '2026-03-01T00:00:00Z', [5n]))
    await measure(person, { unit: 'mWh' }, [])
    await showRegister(person)
    const xml = await feedOf(person)
    expect(await faultsOf(xml)).toEqual([])
    // The check would see what is wrong.
    expect(await faultsOf(xml.replace('<uom>72</uom>', '<uom>watts</uom>'))).not.toEqual([])
    expect(await faultsOf(xml.replace(/<duration>\d+<\/duration>(<start>\d+<\/start>)/, '$1'))).not.toEqual([])
  })

  it('tells neither who nor where, and nobody else’s use', async () => {
    const { person } = await household()
    const other = await createTestPerson('we-app')
    await measure(other, {}, every(HOUR, '2026-03-01T00:00:00Z', [123_454_321n]))
    const xml = await feedOf(person)
    const serials = (await database('system').meter.findMany({ where: { subjectId: person.id } })).flatMap(
      ({ serial, id }) => [serial, id],
    )
    for (const told of ['123454321', 'Oak', 'Test person', person.id, person.ref, ...serials])
      expect(xml).not.toContain(told)
  })

  it('is of one year by the calendar of the brand where one is asked for, and each time recorded', async () => {
    const person = await createTestPerson('we-app')
    // New Year of New York is at five in UTC.
    const rows = every(HOUR, '2026-01-01T04:00:00Z', [1n, 2n])
    await measure(person, { zone: 'America/New_York' }, rows)
    const quantities = async (year?: number) =>
      (await readAgain(await feedOf(person, year ? { year } : {}))).read.map(({ quantity }) => quantity)
    expect(await quantities(2025)).toEqual([1n])
    expect(await quantities(2026)).toEqual([2n])
    expect(await quantities()).toEqual([1n, 2n])
    const events = await database('system').auditEvent.findMany({
      where: { subjectId: person.id, name: 'energy_usage.downloaded' },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ target, actorKind }) => [target, actorKind])).toEqual([
      ['2025', 'person'],
      ['2026', 'person'],
      ['all', 'person'],
    ])
  })

  it('keeps its ids from one export to the next', async () => {
    const { person } = await household()
    const ids = async () => [...(await feedOf(person)).matchAll(/<id>(urn:uuid:[^<]+)<\/id>/g)].map(([, id]) => id)
    const first = await ids()
    clock.shift(HOUR)
    const second = await ids().finally(() => clock.shift(0))
    expect(second).toEqual(first)
    expect(new Set(first).size).toBe(first.length)
  })

  it('is refused to whoever has no meter of energy or water', async () => {
    const person = await createTestPerson('we-app')
    const grant = person.grant('exports:download')
    await expect(openEnergyUsage(grant, { locale: 'en' })).rejects.toMatchObject({ code: 'metering.no_meters' })
    await measure(person, { utility: 'service' }, every(HOUR, '2026-03-01T00:00:00Z', [1n]))
    await expect(openEnergyUsage(grant, { locale: 'en' })).rejects.toMatchObject({ code: 'metering.no_meters' })
  })

  it('is written as it is read, a day at a time, also past a batch', async () => {
    const person = await createTestPerson('we-app')
    const minutes = Array.from({ length: 4_321 }, (_, at) => BigInt(at))
    const rows = every(60_000, '2026-03-28T23:00:00Z', minutes)
    await measure(person, {}, rows)
    const { content } = await openEnergyUsage(person.grant('exports:download'), { locale: 'en' })
    const parts = await partsOf(content)
    // The feed's head, the meter, four days, one of them of 23 hours, and its end.
    expect(parts).toHaveLength(7)
    expect(parts.map((part) => part.match(/<IntervalReading>/g)?.length ?? 0)).toEqual([0, 0, 1380, 1440, 1440, 61, 0])
    expect((await readAgain(parts.join(''))).read.map(plain)).toEqual(rows.map(written))
  })
})

/** What the schemas of Atom and ESPI find wrong. */
async function faultsOf(xml: string): Promise<string[]> {
  const schema = (name: string) => readFileSync(new URL(name, SCHEMAS), 'utf8')
  const XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"'
  const { errors } = await validateXML({
    xml: { fileName: 'feed.xml', contents: xml },
    schema: {
      fileName: 'both.xsd',
      contents: `<xs:schema ${XSD}><xs:import namespace="http://www.w3.org/2005/Atom" schemaLocation="atom.xsd"/><xs:import namespace="http://naesb.org/espi" schemaLocation="espi.xsd"/></xs:schema>`,
    },
    preload: [
      // It imports the attributes of xml: from the web; these are all of them that it names.
      {
        fileName: 'atom.xsd',
        contents: schema('atom.xsd').replace(/http:\/\/www\.w3\.org\/2001\/03\/xml\.xsd/, 'xml.xsd'),
      },
      { fileName: 'espi.xsd', contents: schema('espi.xsd') },
      {
        fileName: 'xml.xsd',
        contents: `<xs:schema ${XSD} targetNamespace="http://www.w3.org/XML/1998/namespace"><xs:attribute name="base" type="xs:anyURI"/><xs:attribute name="lang" type="xs:language"/></xs:schema>`,
      },
    ],
    maxMemoryPages: 4096,
  })
  return errors.map(({ message }) => message)
}
