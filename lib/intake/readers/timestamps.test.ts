import { describe, expect, it } from 'vitest'
import { type DateOrder, inThisMillennium, parseTime, ZoneClock } from './timestamps.ts'

describe('parseTime', () => {
  it.each([
    ['2020-04-01 01:00:00+00:00', '2020-04-01T01:00:00.000Z', 0],
    ['2020-04-01T01:00Z', '2020-04-01T01:00:00.000Z', 0],
    ['2020-04-01 01:00:00.25 UTC', '2020-04-01T01:00:00.250Z', 0],
    ['2020-04-01T01:00:00+0530', '2020-04-01T01:00:00.000Z', 19_800_000],
    ['2020-04-01T01:00:00-03', '2020-04-01T01:00:00.000Z', -10_800_000],
    ['2020-02-29 23:59:59', '2020-02-29T23:59:59.000Z', null],
    ['2020/4/1 1:05', '2020-04-01T01:05:00.000Z', null],
    ['2020-04-01T01:00:00,5-05:00', '2020-04-01T01:00:00.500Z', -18_000_000],
    ['20200401T0105Z', '2020-04-01T01:05:00.000Z', 0],
    ['20200401T010500+0200', '2020-04-01T01:05:00.000Z', 7_200_000],
    ['2020-04-01 01:00 GMT+01:00', '2020-04-01T01:00:00.000Z', 3_600_000],
    ['1.4.2020 1:05', '2020-04-01T01:05:00.000Z', null],
    ['13/04/2020 12:05 am', '2020-04-13T00:05:00.000Z', null],
    ['4/13/2020, 12:05:06 PM', '2020-04-13T12:05:06.000Z', null],
    ['4/13/2020 11:05 p.m. -04:00', '2020-04-13T23:05:00.000Z', -14_400_000],
  ])('reads %s', (text, wall, offsetMs) => {
    const time = parseTime(text)
    expect(time && { wall: new Date(time.wallMs).toISOString(), offsetMs: time.offsetMs }).toEqual({ wall, offsetMs })
  })

  it('reads a date that can mean two days only by the order it is told', () => {
    const month = (order?: DateOrder) =>
      new Date(parseTime('04/05/2020 01:00', order)?.wallMs ?? Number.NaN).getUTCMonth()
    expect(month()).toBeNaN()
    expect(month('day-first')).toBe(4)
    expect(month('month-first')).toBe(3)
    expect(parseTime('13/04/2020 01:00', 'month-first')).toBeNull()
  })

  it('moves a year of the first hundred by two thousand, leap day and all', () => {
    const time = parseTime('2/29/12 3:04:05 PM')
    expect(time).toMatchObject({ year: 12 })
    expect(time && new Date(inThisMillennium(time).wallMs).toISOString()).toBe('2012-02-29T15:04:05.000Z')
  })

  it('does not take the year 0014 for 1914', () => {
    expect(parseTime('0014-11-18 15:40:26')).toMatchObject({ year: 14 })
    expect(new Date(parseTime('0014-11-18 15:40:26')?.wallMs ?? 0).getUTCFullYear()).toBe(14)
  })

  it.each([
    '',
    '01/04/2020 01:00',
    '2021-02-29 00:00',
    '2020-13-01 00:00',
    '2020-01-01 24:00',
    '2020-01-01 00:60',
    '2020-01-01 00:00:60',
    '2020-01-01 00:00+15:00',
    '2020-01-01 00:00+05:75',
    '2020-01-01',
    '2020-01-01 0:30 am',
    '2020-01-01 13:00 pm',
    '2020-1/2 01:00',
    '31.4.2020 01:00',
    '0000-00-00 00:00',
    '10000-01-01 00:00',
    '1585702800',
  ])('refuses %j', (text) => expect(parseTime(text)).toBeNull())
})

describe('ZoneClock', () => {
  const instants = (zone: string, text: string) =>
    new ZoneClock(zone).instantsOf(parseTime(text)?.wallMs ?? Number.NaN).map((ms) => new Date(ms).toISOString())

  it('knows summer and winter', () => {
    expect(instants('Europe/Paris', '2026-01-15 12:00')).toEqual(['2026-01-15T11:00:00.000Z'])
    expect(instants('Europe/Paris', '2026-07-15 12:00')).toEqual(['2026-07-15T10:00:00.000Z'])
    expect(instants('Asia/Shanghai', '2026-07-15 12:00')).toEqual(['2026-07-15T04:00:00.000Z'])
  })

  it('knows the skipped and the repeated hour on both sides of the world', () => {
    expect(instants('Europe/Paris', '2026-03-29 02:30')).toEqual([])
    expect(instants('Europe/Paris', '2026-10-25 02:30')).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ])
    expect(instants('Australia/Lord_Howe', '2026-04-05 01:45')).toHaveLength(2)
    expect(instants('America/New_York', '2015-03-08 02:30')).toEqual([])
  })

  it('refuses a zone that does not exist', () => {
    expect(() => new ZoneClock('Mars/Olympus')).toThrow('"Mars/Olympus" is not a known time zone')
  })
})
