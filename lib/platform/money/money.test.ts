import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate, currencyExponent, formatMoney, fromDecimalText, percentOf, priceOf, toDecimalText } from './index.ts'

describe('money', () => {
  it('knows how many decimals a currency has', () => {
    expect(['EUR', 'CNY', 'USD', 'JPY', 'KWD'].map(currencyExponent)).toEqual([2, 2, 2, 0, 3])
    expect(() => currencyExponent('eur')).toThrow()
  })

  it('agrees with the formats of the languages for the currencies that are billed', () => {
    for (const currency of ['EUR', 'CNY', 'USD', 'JPY', 'KWD'])
      expect(new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits).toBe(
        currencyExponent(currency),
      )
  })

  it('writes and reads decimals exactly', () => {
    expect(toDecimalText(5n, 'EUR')).toBe('0.05')
    expect(toDecimalText(-1234n, 'KWD')).toBe('-1.234')
    expect(toDecimalText(1234n, 'JPY')).toBe('1234')
    expect(fromDecimalText('12.3', 'EUR')).toBe(1230n)
    expect(fromDecimalText('12.3400', 'EUR')).toBe(1234n)
    expect(() => fromDecimalText('12.345', 'EUR')).toThrow()
    expect(() => fromDecimalText('0.5', 'JPY')).toThrow()
    fc.assert(
      fc.property(fc.bigInt(), fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        expect(fromDecimalText(toDecimalText(minor, currency), currency)).toBe(minor)
      }),
    )
  })

  it('rounds once, half to even', () => {
    const price = (rate: string, quantity: bigint) => priceOf({ rate, quantity, per: 1000, currency: 'EUR' })
    expect(price('0.005', 1000n)).toBe(0n)
    expect(price('0.015', 1000n)).toBe(2n)
    expect(price('0.025', 1000n)).toBe(2n)
    expect(price('0.5830', 312_456n)).toBe(18_216n)
    expect(priceOf({ rate: '0.1', quantity: 3n, per: 1, currency: 'JPY' })).toBe(0n)
    expect(priceOf({ rate: '0.1', quantity: 3n, per: 1, currency: 'KWD' })).toBe(300n)
    expect(percentOf(250n, '19')).toBe(48n)
    expect(percentOf(50n, '19')).toBe(10n)
  })

  it('splits an amount without losing a unit', () => {
    expect(allocate(1000n, 'EUR', [1n, 1n, 1n])).toEqual([334n, 333n, 333n])
  })

  it('is written as the reader’s language does, however large', () => {
    expect(formatMoney(123_456_789_012_345_678n, 'CNY', 'zh-CN')).toBe('¥1,234,567,890,123,456.78')
    expect(formatMoney(1234n, 'JPY', 'en')).toBe('JP¥1,234')
    expect(formatMoney(1234n, 'EUR', 'fr')).toMatch(/^12,34\s€$/)
  })
})
