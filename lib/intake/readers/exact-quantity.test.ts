import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cubicMetresToLitres,
  DecimalSum,
  divideHalfEven,
  formatDecimal,
  kwhToWh,
  parseDecimal,
  withoutFloatNoise,
} from './exact-quantity.ts'

describe('parseDecimal', () => {
  it.each([
    ['0.078', '0.078'],
    ['-12.50', '-12.5'],
    ['+3', '3'],
    ['.5', '0.5'],
    ['7.', '7'],
    ['1e-05', '0.00001'],
    ['2.5E3', '2500'],
  ])('reads %s', (text, expected) => {
    const decimal = parseDecimal(text)
    expect(decimal && formatDecimal(decimal)).toBe(expected)
  })

  it.each(['', '.', 'NaN', 'Infinity', '1,5', '1 000', '0x10', '1e999', '--1', '1.2.3', '٣', '9'.repeat(61)])(
    'refuses %j',
    (text) => expect(parseDecimal(text)).toBeNull(),
  )

  it('gives back any decimal as it was written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat({ max: 19 }), (digits, scale) => {
        const text = formatDecimal({ digits, scale })
        const again = parseDecimal(text)
        expect(again && again.digits * 10n ** BigInt(scale - again.scale)).toBe(digits)
      }),
    )
  })
})

describe('whole units', () => {
  it('are exact where the source is not finer', () => {
    expect(kwhToWh('0.078')).toEqual({ value: 78n, exact: true })
    expect(cubicMetresToLitres('933')).toEqual({ value: 933_000n, exact: true })
  })

  it.each([
    ['0.0005', 0n],
    ['0.0015', 2n],
    ['0.0025', 2n],
    ['0.00250000001', 3n],
    ['-0.0025', -2n],
  ])('round %s half to even', (text, value) => expect(kwhToWh(text)).toEqual({ value, exact: false }))

  it('never differ from the quotient by more than a half', () => {
    const anyBig = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n })
    fc.assert(
      fc.property(anyBig, fc.bigInt({ min: 1n, max: 10n ** 12n }), (numerator, denominator) => {
        const { value, exact } = divideHalfEven(numerator, denominator)
        const twice = 2n * (numerator - value * denominator)
        expect(twice <= denominator && twice >= -denominator).toBe(true)
        expect(exact).toBe(twice === 0n)
      }),
    )
  })
})

describe('withoutFloatNoise', () => {
  const clean = (text: string) => {
    const decimal = parseDecimal(text)
    if (!decimal) throw new Error(text)
    return formatDecimal(withoutFloatNoise(decimal).decimal)
  }

  it('reads what the program meant', () => {
    expect(clean('0.16999999999999998')).toBe('0.17')
    expect(clean('5.733700000000001')).toBe('5.7337')
    expect(clean('123456.10000000001')).toBe('123456.1')
  })

  it('leaves a fine but honest value alone', () => {
    expect(clean('0.0123456789012345678')).toBe('0.0123456789012345678')
    expect(clean('0.123456789012')).toBe('0.123456789012')
    expect(clean('12345678901234567')).toBe('12345678901234567')
  })

  it('undoes the noise of adding two readings of a meter', () => {
    const reading = fc.integer({ min: 0, max: 9_999_999 })
    fc.assert(
      fc.property(reading, reading, (a, b) => {
        const sum = String(a / 10_000 + b / 10_000)
        fc.pre(!sum.includes('e'))
        expect(clean(sum)).toBe(formatDecimal({ digits: BigInt(a + b), scale: 4 }))
      }),
    )
  })
})

it('DecimalSum adds without loss', () => {
  const sum = new DecimalSum()
  for (const text of ['0.1', '0.2', '1e-19', '1000000000000']) {
    const decimal = parseDecimal(text)
    if (decimal) sum.add(decimal)
  }
  expect(sum.toString()).toBe('1000000000000.3000000000000000001')
})
