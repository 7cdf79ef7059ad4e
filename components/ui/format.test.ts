import { describe, expect, it } from 'vitest'
import { formatDate, formatMoney, formatNumber, zoneName } from './format.ts'

/** Spaces that do not break are told apart by no reader. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('an amount', () => {
  it.each([
    [12345n, 'EUR', 'en', '€123.45'],
    [12345n, 'EUR', 'fr', '123,45 €'],
    [12345n, 'CNY', 'zh-CN', '¥123.45'],
    [5n, 'USD', 'en', 'US$0.05'],
    [-5n, 'EUR', 'en', '-€0.05'],
    [0n, 'EUR', 'en', '€0.00'],
    [1234n, 'JPY', 'en', 'JP¥1,234'],
  ])('%s %s in %s is %s', (minor, currency, locale, text) => {
    expect(plain(formatMoney(minor, currency, locale))).toBe(text)
  })

  it('is exact beyond what a floating point number holds', () => {
    expect(formatMoney(9_007_199_254_740_993_01n, 'EUR', 'en')).toBe('€9,007,199,254,740,993.01')
  })
})

describe('an instant', () => {
  const at = new Date('2026-10-31T23:30:00Z')

  it('falls on the day of its zone', () => {
    expect(formatDate(at, 'en', 'UTC')).toBe('31 Oct 2026')
    expect(formatDate(at, 'en', 'Asia/Shanghai')).toBe('1 Nov 2026')
    expect(formatDate(at, 'zh-CN', 'Asia/Shanghai')).toBe('2026年11月1日')
    expect(plain(formatDate(at, 'fr', 'Europe/Paris', 'long'))).toBe('1 novembre 2026')
  })

  it('names its zone', () => {
    expect(zoneName(at, 'en', 'UTC')).toBe('UTC')
    expect(zoneName(at, 'en', 'Asia/Shanghai')).toBe('GMT+8')
  })
})

describe('a quantity', () => {
  it('is rounded to the places that were asked for', () => {
    expect(formatNumber(1234.567, 'en', 1)).toBe('1,234.6')
    expect(plain(formatNumber(1234.567, 'fr', 1))).toBe('1 234,6')
    expect(formatNumber(12n, 'en')).toBe('12')
  })
})
