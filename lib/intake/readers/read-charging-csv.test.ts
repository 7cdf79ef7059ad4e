import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inChunks, readAll } from './read-all.ts'
import { type ChargingCsvOptions, readChargingCsv } from './read-charging-csv.ts'

const NEW_YORK = 'America/New_York'
const HEADER =
  'sessionId,kwhTotal,dollars,created,ended,startTime,endTime,chargeTimeHrs,weekday,platform,distance,userId,stationId,locationId\n'

const read = (rows: string, options: Partial<ChargingCsvOptions> = {}) =>
  readAll(readChargingCsv, inChunks(HEADER + rows), { zone: NEW_YORK, ...options })

const GOOD = '1,7.78,0.58,2014-11-18 15:40:26,2014-11-18 17:11:04,15,17,1.510555556,Tue,android,NA,u1,s1,l1\n'
const codes = (rows: readonly { line: number; code: string }[]) => rows.map(({ line, code }) => [line, code])

describe('readChargingCsv', () => {
  it('reads a session: instants, watt-hours, cents', async () => {
    const { records, bad, notices } = await read(GOOD)
    expect(bad).toEqual([])
    expect(records).toEqual([
      {
        recordId: '1',
        sessionId: '1',
        startedAt: new Date('2014-11-18T20:40:26Z'),
        endedAt: new Date('2014-11-18T22:11:04Z'),
        energyWh: 7780n,
        exact: true,
        costMinor: 58n,
        currency: 'USD',
        userRef: 'u1',
        stationRef: 's1',
        locationRef: 'l1',
        platform: 'android',
        repaired: [],
        extra: {},
      },
    ])
    expect(notices).toMatchObject([{ code: 'columns_dropped', params: { columns: 'distance' } }])
  })

  it('takes further columns along only if they are named, NA as null', async () => {
    const { records } = await read(GOOD, { keepColumns: ['distance', 'absent'] })
    expect(records[0]?.extra).toEqual({ distance: null, absent: null })
  })

  it('refuses to guess the time zone', async () => {
    expect((await read(GOOD, { zone: '' })).bad).toMatchObject([{ line: 0, code: 'zone_required', fatal: true }])
    expect((await read(GOOD, { zone: 'Mars/Olympus' })).bad).toMatchObject([{ code: 'zone_unknown' }])
  })

  it('reports the years 0014 and 0015, and mends them only when told to', async () => {
    const broken = GOOD.replaceAll('2014-', '0014-')
    const reported = await read(broken)
    expect(reported.records).toEqual([])
    expect(reported.bad).toMatchObject([
      { line: 2, code: 'year_short', params: { column: 'created', value: '0014-11-18 15:40:26' } },
    ])
    const mended = await read(broken, { repairYears: true })
    expect(mended.records).toMatchObject([
      { startedAt: new Date('2014-11-18T20:40:26Z'), repaired: ['created', 'ended'] },
    ])
    expect(mended.notices).toContainEqual(expect.objectContaining({ code: 'years_repaired', params: { count: 1 } }))
    const half = await read(GOOD.replace('2014-', '0014-'), { repairYears: true })
    expect(half.records[0]?.repaired).toEqual(['created'])
    expect((await read(GOOD, { repairYears: true })).records[0]?.repaired).toEqual([])
  })

  it('does not let the repair invent days or the future', async () => {
    const session = (day: string) => `1,1,0,${day} 10:00:00,${day} 11:00:00,,,,,NA,NA,NA,NA,NA\n`
    const { records } = await read(session('0016-02-29'), { repairYears: true })
    expect(records[0]).toMatchObject({ startedAt: new Date('2016-02-29T15:00:00Z'), userRef: null, platform: null })
    expect((await read(session('0015-02-29'), { repairYears: true })).bad).toMatchObject([{ code: 'time_unreadable' }])
    expect((await read(session('0099-03-01'), { repairYears: true })).bad).toMatchObject([{ code: 'time_in_future' }])
    expect((await read(session('0215-03-01'), { repairYears: true })).bad).toMatchObject([{ code: 'year_implausible' }])
  })

  it('keeps sessions whose row contradicts itself and says where', async () => {
    const { records, bad, notices } = await read(
      '1,1,0,2014-11-18 15:00:00,2014-11-18 17:00:00,14,18,3,Wed,web,1,u,s,l\n2,1,0,2014-11-18 15:00:00,2014-11-18 17:00:00,x,,about two,Tue,web,1,u,s,l\n',
    )
    expect(bad).toEqual([])
    expect(records).toHaveLength(2)
    expect(codes(notices).slice(1)).toEqual([
      [2, 'duration_disagrees'],
      [2, 'weekday_disagrees'],
      [2, 'hour_disagrees'],
      [2, 'hour_disagrees'],
      [3, 'value_ignored'],
      [3, 'value_ignored'],
    ])
  })

  it('lists what it cannot use', async () => {
    const row = (id: string, kwh: string, dollars: string, created: string, ended: string) =>
      `${id},${kwh},${dollars},${created},${ended},NA,NA,NA,NA,NA,NA,NA,NA,NA\n`
    const [a, b] = ['2014-11-18 15:00:00', '2014-11-18 17:00:00']
    const { records, bad } = await read(
      [
        row('1', '1', '0', a, b),
        row('1', '1', '0', a, b),
        row('', '1', '0', a, b),
        row('2', 'NA', '0', a, b),
        row('3', '-1', '0', a, b),
        row('4', '1', '0.585', a, b),
        row('5', '1', '$1', a, b),
        row('6', '1', '0', b, a),
        row('7', '1', '0', 'NA', b),
        row('8', '1', '0', '2015-03-08 02:30:00', '2015-03-08 03:30:00'),
        row('9', '0.0005', '0', a, b),
      ].join(''),
    )
    expect(codes(bad)).toEqual([
      [3, 'duplicate_id'],
      [4, 'id_missing'],
      [5, 'value_missing'],
      [6, 'value_negative'],
      [7, 'cost_precision'],
      [8, 'value_unreadable'],
      [9, 'ended_before_created'],
      [10, 'time_missing'],
      [11, 'local_time_missing'],
    ])
    expect(records).toMatchObject([{ sessionId: '1' }, { sessionId: '9', energyWh: 0n, exact: false }])
  })

  it('orders a session that crosses the repeated hour', async () => {
    const { records, notices } = await read(
      '1,1,0,2014-11-02 01:50:00,2014-11-02 01:10:00,1,1,0.333333333,Sun,NA,NA,u,s,l\n',
    )
    expect(records).toMatchObject([
      { startedAt: new Date('2014-11-02T05:50:00Z'), endedAt: new Date('2014-11-02T06:10:00Z') },
    ])
    expect(codes(notices).filter(([, code]) => code !== 'columns_dropped')).toEqual([
      [2, 'ambiguous_local_time'],
      [2, 'ambiguous_local_time'],
    ])
  })

  it('takes times with an offset as they are', async () => {
    const { records } = await read('1,1,0,2014-11-18T15:00:00Z,2014-11-18T16:00:00Z,15,16,1,Tue,NA,NA,u,s,l\n')
    expect(records[0]?.startedAt).toEqual(new Date('2014-11-18T15:00:00Z'))
  })
})

const REAL = new URL('../../../../shared/data/ev/workplace-charging-sessions.csv', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real charging sessions (needs ../shared/data)', () => {
  it('are all reported for their years, and all come out when the years are mended', async () => {
    const [header = '', ...lines] = readFileSync(REAL, 'utf8').trim().split(/\r?\n/)
    const names = header.split(',')
    const sum = (column: string, digits: number) =>
      lines.reduce((all, line) => {
        const [whole = '', fraction = ''] = (line.split(',')[names.indexOf(column)] ?? '').split('.')
        return all + BigInt(whole + fraction.padEnd(digits, '0'))
      }, 0n)
    const zone = NEW_YORK
    const plain = await readAll(readChargingCsv, createReadStream(REAL), { zone })
    expect(plain.records).toEqual([])
    expect(plain.bad).toHaveLength(3395)
    expect(new Set(plain.bad.map(({ code }) => code))).toEqual(new Set(['year_short']))

    const { records, bad, notices } = await readAll(readChargingCsv, createReadStream(REAL), {
      zone,
      repairYears: true,
    })
    expect(bad).toEqual([])
    expect(lines).toHaveLength(3395)
    expect(records).toHaveLength(3395)
    expect(records.reduce((all, { energyWh }) => all + energyWh, 0n)).toBe(sum('kwhTotal', 3))
    expect(records.reduce((all, { costMinor }) => all + costMinor, 0n)).toBe(sum('dollars', 2))
    expect(records.every(({ exact, repaired }) => exact && repaired.length === 2)).toBe(true)
    expect(notices.map(({ code }) => code)).toEqual(['columns_dropped', 'years_repaired'])
  })
})
