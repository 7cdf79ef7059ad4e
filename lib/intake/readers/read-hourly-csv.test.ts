import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inChunks, readAll } from './read-all.ts'
import { type HourlyCsvOptions, readHourlyCsv } from './read-hourly-csv.ts'

const read = (text: string | Uint8Array, options: Partial<HourlyCsvOptions> = {}) =>
  readAll(readHourlyCsv, inChunks(text, 64), { utility: 'electricity', ...options })

const hour = (index: number) => new Date(Date.UTC(2026, 0, 1, index)).toISOString()
const file = (values: readonly string[]) =>
  `start,value\n${values.map((value, index) => `${hour(index)},${value}\n`).join('')}`
const codes = (rows: readonly { line: number; code: string }[]) => rows.map(({ line, code }) => [line, code])

describe('readHourlyCsv', () => {
  it('reads kilowatt-hours as whole watt-hours with start and end', async () => {
    const { records, bad, notices, summary } = await read(
      'start,value\r\n2020-04-01 01:00:00+00:00,0.078\r\n2020-04-01 02:00:00+00:00,0.16999999999999998\r\n',
    )
    expect(bad).toEqual([])
    expect(records).toEqual([
      {
        recordId: '2020-04-01T01:00:00.000Z',
        utility: 'electricity',
        start: new Date('2020-04-01T01:00:00Z'),
        end: new Date('2020-04-01T02:00:00Z'),
        quantity: 78n,
        unit: 'Wh',
        exact: true,
        sourceKwh: '0.078',
      },
      expect.objectContaining({ quantity: 170n, exact: true, sourceKwh: '0.17' }),
    ])
    expect(codes(notices)).toEqual([[3, 'float_noise']])
    expect(summary).toEqual({
      records: 2,
      badRows: 0,
      complete: true,
      sourceTotals: { value: '0.24799999999999998' },
    })
  })

  it('lists each bad row with line and reason and keeps the good ones', async () => {
    const { records, bad } = await read(
      [
        'start,value',
        '2025-12-31T22:00Z,1',
        '2025-12-31T23:00Z,1',
        '2026-01-01T00:00Z,1',
        '2026-01-01T01:00Z,',
        '2026-01-01T02:00Z,NaN',
        '2026-01-01T03:00Z,-0.5',
        '2026-01-01T04:00Z,"1,5"',
        '2026-01-01T00:00Z,1',
        '2025-12-31T00:00Z,1',
        'yesterday,1',
        ',1',
        '1026-01-01T05:00Z,1',
        '2126-01-01T05:00Z,1',
        '2026-01-01 05:00,1',
        '2026-01-01T06:00Z,99999999999999999999',
        '2026-01-01T07:00Z,2',
      ].join('\n'),
      { notAfter: new Date('2026-06-01'), intervalMinutes: 60 },
    )
    expect(records.map(({ quantity }) => quantity)).toEqual([1000n, 1000n, 1000n, 1000n, 2000n])
    expect(codes(bad)).toEqual([
      [5, 'value_missing'],
      [6, 'value_unreadable'],
      [7, 'value_negative'],
      [8, 'value_unreadable'],
      [9, 'duplicate_start'],
      [11, 'time_unreadable'],
      [12, 'time_missing'],
      [13, 'year_implausible'],
      [14, 'time_in_future'],
      [15, 'time_without_offset'],
      [16, 'value_too_large'],
    ])
    expect(bad[2]).toMatchObject({ reason: 'value is negative: "-0.5"', raw: '2026-01-01T03:00Z,-0.5', fatal: false })
  })

  it.each([
    ['Start;Value', ';', '0,5', '0,25'],
    ['Interval start\tConsumption (kWh)', '\t', '0.5', '0,25'],
    ['"start_time","value (kWh)"', ',', '0.5', '0.25'],
  ])('reads %j with its own names and decimal sign', async (header, between, first, second) => {
    const text = `${header}\n2026-01-01 00:00Z${between}${first}\n2026-01-01 01:00Z${between}${second}\n`
    const { records, bad, notices } = await read(text)
    expect(bad).toEqual([])
    expect(records.map(({ quantity }) => quantity)).toEqual([500n, 250n])
    const commas = text.match(/\d,\d/g)?.length ?? 0
    expect(notices).toMatchObject(commas > 0 ? [{ code: 'decimal_commas', params: { count: commas } }] : [])
  })

  it.each(['start,value (Wh)', 'timestamp,value', 'end,kwh'])('does not guess what %j means', async (header) => {
    expect((await read(`${header}\n2026-01-01 00:00Z,1\n`)).bad).toMatchObject([{ code: 'missing_columns' }])
  })

  it('takes no comma for a decimal sign where it parts the fields', async () => {
    const { records, bad } = await read('start,value\n2026-01-01 00:00Z,"1,234"\n2026-01-01 01:00Z;1\n')
    expect(records).toEqual([])
    expect(bad.map(({ code }) => code)).toEqual(['value_unreadable', 'field_count'])
  })

  it('reads a file that is newest first, with its gaps and repetitions', async () => {
    const hours = [9, 8, 8, 5, 4, 6, 3]
    const text = `start,value\n${hours.map((hour) => `2026-01-01 0${hour}:00Z,0.${hour}`).join('\n')}\n`
    const { records, bad, notices } = await read(text)
    expect(records.map(({ start, quantity }) => [start.getUTCHours(), quantity])).toEqual(
      [9, 8, 5, 4, 6, 3].map((hour) => [hour, BigInt(hour) * 100n]),
    )
    expect(codes(bad)).toEqual([[4, 'duplicate_start']])
    expect(notices).toMatchObject([
      { code: 'gap', params: { missing: 2, from: '2026-01-01 05:00Z', to: '2026-01-01 08:00Z' } },
      { line: 8, code: 'not_in_order', params: { count: 1 } },
    ])
  })

  it('reads the repeated hour of a file that is newest first', async () => {
    const times = ['03:30', '03:00', '02:30', '02:00', '02:30', '02:00', '01:30']
    const text = `start,value\n${times.map((time) => `2026-10-25 ${time},1`).join('\n')}\n`
    const { records, bad } = await read(text, { zone: 'Europe/Paris' })
    expect(bad).toEqual([])
    expect(records.map(({ start }) => start.toISOString().slice(11, 16))).toEqual([
      '02:30',
      '02:00',
      '01:30',
      '01:00',
      '00:30',
      '00:00',
      '23:30',
    ])
  })

  it('does not take a file for newest first because its second row is out of place', async () => {
    const text = `start,value\n${[2, 1, 3, 4, 0].map((hour) => `2026-01-01 0${hour}:00Z,1`).join('\n')}\n`
    const { records, bad, notices } = await read(text)
    expect(records.map(({ start }) => start.getUTCHours())).toEqual([2, 1, 3, 4, 0])
    expect(bad).toEqual([])
    expect(notices).toMatchObject([{ code: 'not_in_order', params: { count: 1 } }])
  })

  it('takes years in any order, each hour once, and lets one wrong date spoil no others', async () => {
    const rows = ['2026-02-01T00:00Z,1', '2026-02-01T01:00Z,2', '2026-02-01T02:00Z,4', '2026-05-01T03:00Z,8']
    const more = ['2025-02-01T00:00Z,16', '2025-02-01T01:00Z,32', '2026-02-01T03:00Z,64', '2026-02-01T01:00Z,128']
    const { bad, notices, summary } = await read(`start,value\n${[...rows, ...more].join('\n')}\n`)
    expect(bad).toMatchObject([{ line: 9, code: 'covered', reason: expect.stringContaining('2026-02-01T01:00Z') }])
    expect(summary?.sourceTotals).toEqual({ value: '127' })
    expect(notices).toMatchObject([{ code: 'gap' }, { code: 'not_in_order', params: { count: 3 } }])
  })

  it('tells the interval of a file in no order at all', async () => {
    const rows = [41, 3, 90, 17, 66, 8, 71, 29, 52, 0].map((index) => `${hour(index)},1`)
    const { records, bad } = await read(`start,value\n${rows.join('\n')}\n`)
    expect(bad).toEqual([])
    expect(records.map(({ start, end }) => end.getTime() - start.getTime())).toEqual(rows.map(() => 3_600_000))
  })

  it('reads dates as spreadsheets write them, in the order that is told', async () => {
    const text = 'start;value\n04/05/2025 11:00 PM;0,5\n05/05/2025 12:00 AM;0,25\n'
    const day = await read(text, { zone: 'Europe/Paris', dateOrder: 'day-first' })
    expect(day.records.map(({ recordId }) => recordId)).toEqual([
      '2025-05-04T21:00:00.000Z',
      '2025-05-04T22:00:00.000Z',
    ])
    const untold = await read(text, { zone: 'Europe/Paris' })
    expect(untold.bad.map(({ code }) => code)).toEqual(['date_order_unknown', 'date_order_unknown'])
  })

  it('tells the interval from the rows, reports gaps and refuses overlaps', async () => {
    const at = (minutes: number) => new Date(Date.UTC(2026, 0, 1, 0, minutes)).toISOString()
    const rows = [0, 120, 150, 180, 195, 210, 240, 270, 285].map((minutes) => `${at(minutes)},1`)
    const { records, bad, notices } = await read(`start,value\n${rows.join('\n')}\n`)
    expect(records[0]?.end.toISOString()).toBe(at(30))
    expect(codes(bad)).toEqual([
      [6, 'overlap'],
      [10, 'overlap'],
    ])
    expect(notices).toMatchObject([{ line: 3, code: 'gap', params: { missing: 3, from: at(0), to: at(120) } }])
  })

  it('assumes an hour for a single row and says so', async () => {
    const { records, notices } = await read(file(['1']))
    expect(records[0]?.end.toISOString()).toBe(hour(1))
    expect(codes(notices)).toEqual([[2, 'interval_assumed']])
  })

  it('refuses a file of local times with one reason', async () => {
    const { records, bad } = await read('start,value\n2026-01-01 00:00,1\n2026-01-01 01:00,1\n')
    expect(records).toEqual([])
    expect(bad).toMatchObject([{ line: 2, code: 'zone_required', fatal: true }])
  })

  it('resolves the repeated hour by order and refuses the skipped one if the zone is given', async () => {
    const zone = 'Europe/Paris'
    const autumn = await read(
      'start,value\n2025-10-26 01:00,1\n2025-10-26 02:00,2\n2025-10-26 02:00,3\n2025-10-26 03:00,4\n2025-10-26 02:00,5\n',
      { zone },
    )
    expect(autumn.records.map(({ recordId }) => recordId.slice(11, 16))).toEqual(['23:00', '00:00', '01:00', '02:00'])
    expect(codes(autumn.bad)).toEqual([[6, 'covered']])
    expect(codes(autumn.notices).filter(([, code]) => code === 'ambiguous_local_time')).toHaveLength(3)
    const spring = await read('start,value\n2026-03-29 01:00,1\n2026-03-29 02:00,2\n2026-03-29 03:00,3\n', { zone })
    expect(spring.records.map(({ quantity }) => quantity)).toEqual([1000n, 3000n])
    expect(codes(spring.bad)).toEqual([[3, 'local_time_missing']])
    expect(spring.notices).toEqual([])
  })

  it('resolves a repeated hour of quarter hours', async () => {
    const quarters = ['00', '15', '30', '45'].map((minute) => `2025-10-26 02:${minute},1`)
    const { records, bad } = await read(`start,value\n${[...quarters, ...quarters].join('\n')}\n`, {
      zone: 'Europe/Paris',
    })
    expect(bad).toEqual([])
    expect(records.map(({ recordId }) => recordId.slice(11, 16))).toEqual(
      ['00', '01'].flatMap((h) => ['00', '15', '30', '45'].map((m) => `${h}:${m}`)),
    )
  })

  it('refuses unusable options with one reason', async () => {
    expect((await read(file(['1']), { zone: 'Mars/Olympus' })).bad).toMatchObject([{ line: 0, code: 'zone_unknown' }])
    expect((await read(file(['1']), { intervalMinutes: 0 })).bad).toMatchObject([{ code: 'option_invalid' }])
  })

  it('keeps the rows before the cut of a gzip file, and not half a row', async () => {
    const text = file(Array.from({ length: 5000 }, (_, index) => `0.${((index * 7919) % 997) + 1000}`))
    const packed = gzipSync(text)
    const { records, bad, summary } = await read(packed.subarray(0, Math.floor(packed.length / 2)))
    expect(bad).toMatchObject([{ code: 'gzip_truncated', line: records.length + 2, fatal: true }])
    expect(summary?.complete).toBe(false)
    expect(records.length).toBeGreaterThan(1000)
    const last = text.split('\n')[records.length] ?? ''
    expect(last).toContain(`,${records.at(-1)?.sourceKwh}`)
  })

  it('keeps the few rows before an early cut too', async () => {
    const cut = (async function* () {
      yield gzipSync(file(['1', '2', '3'])).subarray(0, -4)
    })()
    const { records, bad } = await readAll(readHourlyCsv, cut, { utility: 'gas' })
    expect(records).toHaveLength(3)
    expect(codes(bad)).toEqual([[5, 'gzip_truncated']])
  })

  it('adds up to the file: exactly in mWh, and rounded once when remainders are carried', async () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 120 })
    await fc.assert(
      fc.asyncProperty(tenths, async (values) => {
        const text = file(values.map((value) => (value / 10_000).toFixed(4)))
        const total = values.reduce((sum, value) => sum + BigInt(value), 0n)
        const sum = async (options: Partial<HourlyCsvOptions>) =>
          (await read(text, options)).records.reduce((all, { quantity }) => all + quantity, 0n)
        expect(await sum({ unit: 'mWh' })).toBe(total * 100n)
        const carried = await sum({ rounding: 'carry' })
        expect(2n * carried * 10n - 2n * total <= 10n && 2n * total - 2n * carried * 10n <= 10n).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('lets go of its source when the consumer stops', async () => {
    let closed = false
    const source = (async function* () {
      try {
        for (let index = 0; ; index++) yield index === 0 ? 'start,value\n' : `${hour(index)},1\n`
      } finally {
        closed = true
      }
    })()
    for await (const row of readHourlyCsv(source, { utility: 'gas', notAfter: new Date('2199-01-01') })) {
      expect(row.ok).toBe(true)
      break
    }
    expect(closed).toBe(true)
  })
})

const SHARED = new URL('../../../../shared/data/metering/', import.meta.url)

describe.skipIf(!existsSync(SHARED))('the real hourly meters (needs ../shared/data)', () => {
  /** The sum of the raw text in 10^-20 kWh. */
  function rawSum(url: URL): { rows: number; sum: bigint } {
    const [, ...lines] = gunzipSync(readFileSync(url)).toString().trim().split(/\r?\n/)
    const sum = lines.reduce((all, line) => {
      const [whole = '', fraction = ''] = (line.split(',')[1] ?? '').split('.')
      return all + BigInt(whole + fraction.padEnd(20, '0'))
    }, 0n)
    return { rows: lines.length, sum }
  }

  it.each(['electricity', 'gas'] as const)('%s: all 23,508 rows, and the sum of the file', async (utility) => {
    const url = new URL(`uk-${utility}-hourly-0.csv.gz`, SHARED)
    const raw = rawSum(url)
    expect(raw.rows).toBe(23_508)
    const runs = [{ unit: 'mWh' }, { rounding: 'carry' }] as const
    for (const options of runs) {
      const { records, bad, summary } = await readAll(readHourlyCsv, createReadStream(url), { utility, ...options })
      expect(bad).toEqual([])
      expect(records).toHaveLength(23_508)
      expect(new Set(records.map(({ recordId }) => recordId)).size).toBe(23_508)
      const sum = records.reduce((all, { quantity }) => all + quantity, 0n)
      const power = 'unit' in options ? 14n : 17n
      // The file's own noise adds up to less than 10^-13 kWh: rounding its sum to the unit removes it.
      expect(sum).toBe((raw.sum + 5n * 10n ** (power - 1n)) / 10n ** power)
      const [whole = '', fraction = ''] = (summary?.sourceTotals.value ?? '').split('.')
      expect(BigInt(whole + fraction.padEnd(20, '0'))).toBe(raw.sum)
      if ('unit' in options) expect(records.every(({ exact }) => exact)).toBe(true)
    }
  })

  it('electricity: whole watt-hours reading by reading', async () => {
    const url = new URL('uk-electricity-hourly-0.csv.gz', SHARED)
    const { records } = await readAll(readHourlyCsv, createReadStream(url), { utility: 'electricity' })
    expect(records.every(({ exact }) => exact)).toBe(true)
    const sum = records.reduce((all, { quantity }) => all + quantity, 0n)
    expect(sum).toBe((rawSum(url).sum + 5n * 10n ** 16n) / 10n ** 17n)
  })
})
