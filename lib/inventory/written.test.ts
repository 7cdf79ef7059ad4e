import { describe, expect, it } from 'vitest'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { LOCALES, type Locale } from '#lib/platform/i18n/locales.ts'
import { writtenNumber } from './written-number.ts'
import { writtenTimes } from './written-time.ts'

const now = new Date('2026-11-22T12:00:00Z')
const days = (words: string, locale: Locale, zone = 'UTC') =>
  writtenTimes(words, { locale, zone, now }).map(({ firstDay, endDay }) => `${firstDay}/${endDay}`)

describe('a date', () => {
  it('is read as each language shows it, in each month and with its time of the day', () => {
    for (const locale of LOCALES)
      for (let month = 0; month < 12; month += 1) {
        const at = new Date(Date.UTC(2026, month, 9, 14, 5))
        const reader = { locale, zone: 'Europe/Paris', now }
        for (const dateStyle of ['medium', 'long'] as const) {
          const day = dateFormat(locale, { dateStyle, timeZone: 'Europe/Paris' }).format(at)
          expect(writtenTimes(day, reader), day).toMatchObject([
            { firstDay: at.toISOString().slice(0, 10), timed: false },
          ])
        }
        const shown = dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(
          at,
        )
        const minute = { from: at, to: new Date(at.getTime() + 60_000), timed: true }
        expect(writtenTimes(shown, reader), shown).toMatchObject([minute])
      }
  })

  it('is read as many write it, a month alone as all of its days', () => {
    for (const words of [
      '3 March 2026',
      '3rd March 2026',
      'March 3, 2026',
      '03/03/2026',
      '3.3.2026',
      '2026-03-03',
      ' 3  MAR. 2026 ',
    ])
      expect(days(words, 'en'), words).toEqual(['2026-03-03/2026-03-04'])
    expect(days('1er février 2026', 'fr')).toEqual(['2026-02-01/2026-02-02'])
    expect(days('1 fevr 2026', 'fr')).toEqual(['2026-02-01/2026-02-02'])
    expect(days('2026 年 12 月', 'zh-CN')).toEqual(['2026-12-01/2027-01-01'])
    expect(days('February 2024', 'en')).toEqual(['2024-02-01/2024-03-01'])
  })

  it('without a year is one of each year in which it is', () => {
    expect(days('3 mars', 'fr')).toContain('2026-03-03/2026-03-04')
    expect(days('3 mars', 'fr')).toHaveLength(22)
    expect(days('3月3日', 'zh-CN')).toContain('2019-03-03/2019-03-04')
    expect(days('29/02', 'en').every((day) => day.slice(2, 4) !== '26' && day.includes('-02-29/'))).toBe(true)
  })

  it('is nothing that no calendar has, no month of another language, and no other words', () => {
    for (const words of [
      '30 February 2026',
      '2026-13-01',
      '3 Mars 2026',
      'may',
      '12.50',
      '3 ju 2026',
      '10.0.0.1',
      '3 March 2026, 25:00',
      '',
    ])
      expect(days(words, 'en'), words).toEqual([])
  })

  it('is a day of the zone, across a change of the clocks as well', () => {
    const [day] = writtenTimes('29 March 2026', { locale: 'en', zone: 'Europe/Paris', now })
    expect([day?.from.toISOString(), day?.to.toISOString()]).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ])
  })
})

describe('a number', () => {
  it.each<[string, Locale, string, readonly string[]]>([
    ['12.50', 'en', '12.50', ['12.50']],
    ['12,50', 'en', '12.50', ['12.50']],
    ['1,234.5 kWh', 'en', '1234.5', ['1234500', '1234500000']],
    ['1 234,5 kWh', 'fr', '1234.5', ['1234500', '1234500000']],
    ['1\u202f234,567\u00a0m³', 'fr', '1234.567', ['1234567']],
    ['0.004 kWh', 'zh-CN', '0.004', ['4', '4000']],
    ['1,234', 'en', '1234', ['1234']],
    ['1.234', 'fr', '1234', ['1234']],
    ['1,234', 'fr', '1.234', ['1.234']],
    ['1,234,567', 'zh-CN', '1234567', ['1234567']],
    ['-€12.30', 'en', '-12.30', ['-12.30']],
    ['€12.50', 'en', '12.50', ['12.50']],
    ['12,50 €', 'fr', '12.50', ['12.50']],
    ['CNY 12', 'en', '12', ['12']],
    ['900 ×', 'en', '900', ['900']],
  ])('is read as it is shown: %s (%s)', (words, locale, text, stored) => {
    expect(writtenNumber(words, locale)).toEqual({ text, stored })
  })

  it('is nothing where there are other words', () => {
    for (const words of ['SN-204815', '12.50 and more', '', 'kWh', '12..5', '1-2'])
      expect(writtenNumber(words, 'en'), words).toBeNull()
  })
})
