import { randomUUID } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { systemGrant } from '#lib/access/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { ImportFault, type ImportRequest, importFile, type Problem } from '../index.ts'

const system = () => database('system')
const intake = (brand: string) => systemGrant('import', 'intake:write', { brand })

type Wanted = Omit<ImportRequest, 'open' | 'fileName'> & { fileName?: string }

/** Imports and keeps what is told on the way. */
async function run(brand: string, open: ImportRequest['open'], wanted: Wanted) {
  const problems: Problem[] = []
  const notices: string[] = []
  const report = await importFile(intake(brand), {
    fileName: 'file.csv',
    ...wanted,
    open,
    onProblem: (problem) => {
      problems.push(problem)
    },
    onNotice: ({ message }) => notices.push(message),
  })
  return { report, problems, notices }
}

const textOf = (text: string) =>
  async function* () {
    yield Buffer.from(text)
  }

const HOURS =
  'start,value\n2026-01-01 00:00:00+00:00,0.5\n2026-01-01 01:00:00+00:00,oops\n2026-01-01 02:00:00+00:00,0.25\n'

async function metered(serial: string) {
  const meter = await system().meter.findFirstOrThrow({ where: { serial } })
  const of = { where: { meterId: meter.id } }
  const readings = await system().reading.aggregate({ ...of, _sum: { quantity: true }, _count: true })
  const days = await system().usageDay.aggregate({ ...of, _sum: { quantity: true, readings: true } })
  return { meter, readings: readings._count, sum: readings._sum.quantity, days: days._sum }
}

describe('importing a file', () => {
  it('keeps the good rows, tells of the bad ones by line, and adds nothing the second time', async () => {
    const person = await createTestPerson('energybilling')
    const meter = `M-${randomUUID()}`
    const wanted = { kind: 'hourly-csv', person: person.ref, meter, utility: 'electricity' } as const
    const first = await run('energybilling', textOf(HOURS), wanted)
    expect(first.report).toMatchObject({ rows: 3, stored: 2, duplicate: 0, refused: 1, brokenOff: null })
    expect(first.report.sourceTotals).toEqual({ value: '0.75' })
    expect(first.problems).toMatchObject([{ line: 3, code: 'value_unreadable' }])
    const second = await run('energybilling', textOf(HOURS), { kind: 'hourly-csv', meter })
    expect(second.report).toMatchObject({ rows: 3, stored: 0, duplicate: 2, refused: 1 })
    expect(await metered(meter)).toMatchObject({ readings: 2, sum: 750n, meter: { unit: 'Wh', subjectId: person.id } })
  })

  it('counts a new meter in thousandths where the file is that fine, and says so', async () => {
    const person = await createTestPerson('energybilling')
    const text = HOURS.replace('0.25', '0.25001')
    const wanted = { kind: 'hourly-csv', person: person.ref, utility: 'gas' } as const
    const fileName = `${randomUUID()}.csv.gz`
    const { notices } = await run('energybilling', textOf(text), { ...wanted, fileName })
    expect(notices.join()).toContain('mWh')
    expect(await metered(fileName.slice(0, -7))).toMatchObject({ sum: 750_010n, meter: { unit: 'mWh' } })
    // A meter that is there keeps its unit: the other file is counted in it.
    const more = 'start,value\n2026-02-01 00:00:00+00:00,1\n2026-02-01 01:00:00+00:00,2\n'
    await run('energybilling', textOf(more), { kind: 'hourly-csv', meter: fileName.slice(0, -7) })
    expect(await metered(fileName.slice(0, -7))).toMatchObject({ sum: 3_750_010n })
  })

  it('tries a file without storing anything', async () => {
    const person = await createTestPerson('energybilling')
    const wanted = { kind: 'hourly-csv', person: person.ref, utility: 'gas', dryRun: true } as const
    const { report } = await run('energybilling', textOf(HOURS), wanted)
    expect(report).toMatchObject({ rows: 3, stored: 2, refused: 1 })
    expect(await system().meter.count({ where: { subjectId: person.id } })).toBe(0)
  })

  it('reads a register that began anew where its digits are told, and lists it otherwise', async () => {
    const person = await createTestPerson('energybilling')
    const serial = `W-${randomUUID()}`
    const period = { start: new Date('2026-01-01T00:00:00Z'), end: new Date('2026-02-01T00:00:00Z') }
    const wanted = { kind: 'water-register-csv', person: person.ref, period } as const
    const file = textOf(`Meter ID;Read old;Read new\r\n${serial};99998,5;2,25\r\n`)
    const untold = await run('energybilling', file, wanted)
    expect(untold.problems).toMatchObject([{ line: 2, code: 'register_backwards' }])
    expect((await run('energybilling', file, { ...wanted, registerDigits: 5 })).report).toMatchObject({ stored: 1 })
    expect(await metered(serial)).toMatchObject({ sum: 3_750n, meter: { registerLimit: 100_000_000n } })
  })

  it('gives each person meters of their own, though feeds address them alike', async () => {
    const resource = (links: string, content: string) => `<entry>${links}<content>${content}</content></entry>`
    const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}"/>`
    const feed = textOf(
      `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:e="http://naesb.org/espi">${[
        resource(
          link('self', 'U/1'),
          '<e:UsagePoint><e:ServiceCategory><e:kind>0</e:kind></e:ServiceCategory></e:UsagePoint>',
        ),
        resource(link('self', 'U/1/MeterReading/1') + link('related', 'ReadingType/1'), '<e:MeterReading/>'),
        resource(link('self', 'ReadingType/1'), '<e:ReadingType><e:uom>72</e:uom></e:ReadingType>'),
        resource(
          link('self', 'U/1/MeterReading/1/IntervalBlock/1'),
          '<e:IntervalBlock><e:IntervalReading><e:timePeriod><e:duration>3600</e:duration><e:start>1767225600</e:start></e:timePeriod><e:value>7</e:value></e:IntervalReading></e:IntervalBlock>',
        ),
      ].join('')}</feed>`,
    )
    for (const person of [await createTestPerson('energybilling'), await createTestPerson('energybilling')]) {
      const wanted = { kind: 'green-button', person: person.ref } as const
      expect((await run('energybilling', feed, wanted)).report).toMatchObject({ stored: 1, refused: 0 })
      expect((await run('energybilling', feed, wanted)).report).toMatchObject({ stored: 0, duplicate: 1 })
      expect(await system().meter.count({ where: { subjectId: person.id } })).toBe(1)
    }
  })

  it('says where a file breaks off, and keeps what came before', async () => {
    const person = await createTestPerson('we-e-charge')
    const { report } = await run('we-e-charge', textOf('a,b\n1,2\n'), { kind: 'charging-csv', person: person.ref })
    expect(report).toMatchObject({ rows: 0, brokenOff: { code: 'missing_columns' } })
  })

  it('refuses, before anything is stored, what cannot be meant', async () => {
    const [person, other] = [await createTestPerson('energybilling'), await createTestPerson('energybilling')]
    const meter = `M-${randomUUID()}`
    await run('energybilling', textOf(HOURS), { kind: 'hourly-csv', person: person.ref, meter, utility: 'gas' })
    const period = { start: new Date('2026-01-01'), end: new Date('2026-02-01') }
    const wrong: [string, Wanted][] = [
      ['energybilling', { kind: 'hourly-csv' }],
      ['energybilling', { kind: 'hourly-csv', person: 'nobody' }],
      ['energybilling', { kind: 'hourly-csv', person: person.ref }],
      ['energybilling', { kind: 'hourly-csv', meter: 'unknown', utility: 'gas' }],
      ['energybilling', { kind: 'hourly-csv', meter, utility: 'electricity' }],
      ['energybilling', { kind: 'hourly-csv', meter, person: other.ref }],
      ['energybilling', { kind: 'water-register-csv', person: person.ref }],
      [
        'energybilling',
        { kind: 'water-register-csv', person: person.ref, period: { start: period.end, end: period.start } },
      ],
      ['energybilling', { kind: 'water-register-csv', person: person.ref, meter, period }],
      ['energybilling', { kind: 'charging-csv', person: person.ref }],
      ['we-e-charge', { kind: 'charging-csv' }],
      ['we-e-charge', { kind: 'charging-csv', person: 'x', eachUser: true }],
      ['we-e-charge', { kind: 'hourly-csv', person: 'x', utility: 'gas' }],
    ]
    for (const [brand, wanted] of wrong)
      await expect(run(brand, textOf(HOURS), wanted), JSON.stringify(wanted)).rejects.toBeInstanceOf(ImportFault)
    expect(await metered(meter)).toMatchObject({ readings: 2 })
  })
})

const SHARED = new URL('../../../../shared/data/', import.meta.url)

// Tens of thousands of rows take their time on a busy machine.
describe.skipIf(!existsSync(SHARED))('the real files (need ../shared/data)', { timeout: 300_000 }, () => {
  const open = (path: string) => () => createReadStream(new URL(path, SHARED))
  const lines = (path: string) => {
    const bytes = readFileSync(new URL(path, SHARED))
    const text = path.endsWith('.gz') ? gunzipSync(bytes).toString() : bytes.toString()
    return text.trim().split(/\r?\n/).slice(1)
  }
  /** A column's sum in 10^-18 of its unit, from the bare text. */
  const sumOf = (path: string, column: number) =>
    lines(path).reduce((all, line) => {
      const [whole = '', fraction = ''] = (line.split(',')[column] ?? '').split('.')
      return all + BigInt(whole + fraction.padEnd(18, '0').slice(0, 18))
    }, 0n)
  /** The file's own noise of binary fractions is far below half a unit. */
  const rounded = (sum: bigint, power: bigint) => (sum + 5n * 10n ** (power - 1n)) / 10n ** power

  it.each(['electricity', 'gas'] as const)('%s: 23,508 hours with the sum of the file, once', async (utility) => {
    const person = await createTestPerson('energybilling')
    const path = `metering/uk-${utility}-hourly-0.csv.gz`
    const serial = `${utility}-${randomUUID()}`
    const wanted = { kind: 'hourly-csv', person: person.ref, meter: serial, utility, zone: 'Europe/London' } as const
    const first = await run('energybilling', open(path), wanted)
    expect(first.report).toMatchObject({ rows: 23_508, stored: 23_508, refused: 0, brokenOff: null })
    expect(lines(path)).toHaveLength(23_508)
    const second = await run('energybilling', open(path), wanted)
    expect(second.report).toMatchObject({ rows: 23_508, stored: 0, duplicate: 23_508 })
    const kept = await metered(serial)
    expect(kept.meter.unit).toBe(utility === 'gas' ? 'mWh' : 'Wh')
    const sum = rounded(sumOf(path, 1), utility === 'gas' ? 12n : 15n)
    expect(kept).toMatchObject({ readings: 23_508, sum, days: { quantity: sum, readings: 23_508 } })
  })

  it('105 water meters, each with its registers, and their sum, once', async () => {
    const person = await createTestPerson('energybilling')
    const path = 'metering/viet-tri-water.csv'
    const period = { start: new Date('2019-01-01T00:00:00+07:00'), end: new Date('2019-02-01T00:00:00+07:00') }
    const wanted = { kind: 'water-register-csv', person: person.ref, zone: 'Asia/Ho_Chi_Minh', period } as const
    expect((await run('energybilling', open(path), wanted)).report).toMatchObject({ stored: 105, refused: 0 })
    expect((await run('energybilling', open(path), wanted)).report).toMatchObject({ stored: 0, duplicate: 105 })
    const rows = await system().reading.findMany({ where: { subjectId: person.id } })
    const litres = (sumOf(path, 2) - sumOf(path, 1)) / 10n ** 15n
    expect(rows).toHaveLength(105)
    expect(rows.reduce((all, row) => all + row.quantity, 0n)).toBe(litres)
    expect(rows.reduce((all, row) => all + (row.registerTo ?? 0n) - (row.registerFrom ?? 0n), 0n)).toBe(litres)
    expect(await system().meter.count({ where: { subjectId: person.id, utility: 'water', unit: 'l' } })).toBe(105)
    // Where a meter stands is location data that nothing here needs.
    expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(
      '105.44',
    )
  })

  it('3,395 charging sessions: refused for their years, kept with their sums when told to repair, once', async () => {
    const person = await createTestPerson('we-e-charge')
    const path = 'ev/workplace-charging-sessions.csv'
    const wanted = { kind: 'charging-csv', person: person.ref, zone: 'America/New_York' } as const
    const plain = await run('we-e-charge', open(path), wanted)
    expect(plain.report).toMatchObject({ rows: 3395, stored: 0, refused: 3395 })
    expect(plain.problems[0]).toMatchObject({ line: 2, code: 'year_short' })
    const first = await run('we-e-charge', open(path), { ...wanted, repairYears: true })
    expect(first.report).toMatchObject({ rows: 3395, stored: 3395, duplicate: 0, refused: 0 })
    const second = await run('we-e-charge', open(path), { ...wanted, repairYears: true })
    expect(second.report).toMatchObject({ rows: 3395, stored: 0, duplicate: 3395 })
    const kept = await system().chargingSession.aggregate({
      where: { subjectId: person.id },
      _count: true,
      _sum: { energyWh: true, costMinor: true },
    })
    const [energyWh, costMinor] = [sumOf(path, 1) / 10n ** 15n, sumOf(path, 2) / 10n ** 16n]
    expect(kept).toEqual({ _count: 3395, _sum: { energyWh, costMinor } })
  })

  it('charging sessions of each user under an account of their own', async () => {
    const path = 'ev/workplace-charging-sessions.csv'
    const users = new Set(lines(path).map((line) => line.split(',')[11]))
    const wanted = { kind: 'charging-csv', eachUser: true, repairYears: true, zone: 'America/New_York' } as const
    expect((await run('wellborne-plus', open(path), wanted)).report).toMatchObject({ stored: 3395 })
    const accounts = await system().account.findMany({ where: { brand: 'wellborne-plus', ref: { contains: '-U' } } })
    expect(accounts).toHaveLength(users.size)
    const kept = await system().chargingSession.groupBy({
      by: ['subjectId'],
      where: { subjectId: { in: accounts.map(({ id }) => id) } },
      _count: true,
    })
    expect(kept).toHaveLength(users.size)
  })

  it('Green Button feeds of electricity and water, each to meters of their own, once', async () => {
    const person = await createTestPerson('energybilling')
    const wanted = { kind: 'green-button', person: person.ref, zone: 'America/New_York' } as const
    for (const path of ['greenbutton/Electric.xml', 'greenbutton/Water.xml']) {
      const first = await run('energybilling', open(path), wanted)
      expect(first.report.stored).toBeGreaterThan(0)
      expect(first.report.brokenOff).toBeNull()
      const second = await run('energybilling', open(path), wanted)
      expect(second.report).toMatchObject({ stored: 0, duplicate: first.report.stored })
    }
    const meters = await system().meter.findMany({ where: { subjectId: person.id }, orderBy: { utility: 'asc' } })
    expect(meters.map(({ utility, unit }) => [utility, unit])).toEqual([
      ['electricity', 'Wh'],
      ['water', 'l'],
    ])
  })
})
