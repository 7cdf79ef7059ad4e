/** A decimal number without rounding: `digits` divided by ten to the power of `scale`. */
export type ExactDecimal = { digits: bigint; scale: number }

/** A whole number of units; `exact` is false if the source was finer and was rounded half to even. */
export type WholeQuantity = { value: bigint; exact: boolean }

export type Ratio = { numerator: bigint; denominator: bigint }

/** The largest quantity that a BIGINT column holds. */
export const LARGEST_STORABLE = 2n ** 63n - 1n

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,2}))?$/
const MOST_DIGITS = 60

/** Reads `12`, `-0.5`, `.5`, `7.` and `1e-05`. Null for anything else: signs of grouping, decimal commas, NaN, Infinity. */
export function parseDecimal(text: string): ExactDecimal | null {
  const match = DECIMAL.exec(text)
  if (!match) return null
  const [, sign, whole = '', fraction = '', exponent = '0'] = match
  const digits = whole + fraction
  if (digits === '' || digits.length > MOST_DIGITS) return null
  const magnitude = BigInt(digits)
  return rescaled({ digits: sign === '-' ? -magnitude : magnitude, scale: fraction.length - Number(exponent) })
}

function rescaled({ digits, scale }: ExactDecimal): ExactDecimal {
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Division with the remainder rounded half to even, as banks and meters' standards do: no drift over many rows. */
export function divideHalfEven(numerator: bigint, denominator: bigint): WholeQuantity {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = n / d
  const twice = (n % d) * 2n
  const up = twice > d || (twice === d && quotient % 2n === 1n)
  const magnitude = up ? quotient + 1n : quotient
  return { value: negative ? -magnitude : magnitude, exact: twice === 0n }
}

/** `decimal` times ten to the power of `power`, times `ratio`, as a whole number. */
export function toWhole(decimal: ExactDecimal, power: number, ratio: Ratio = { numerator: 1n, denominator: 1n }) {
  const shift = power - decimal.scale
  const numerator = decimal.digits * ratio.numerator * (shift > 0 ? 10n ** BigInt(shift) : 1n)
  const denominator = ratio.denominator * (shift < 0 ? 10n ** BigInt(-shift) : 1n)
  return divideHalfEven(numerator, denominator)
}

/** Kilowatt-hours as written to whole watt-hours; null if it is no decimal number. */
export function kwhToWh(text: string): WholeQuantity | null {
  const decimal = parseDecimal(text)
  return decimal && toWhole(decimal, 3)
}

/** Cubic metres as written to whole litres; null if it is no decimal number. */
export function cubicMetresToLitres(text: string): WholeQuantity | null {
  const decimal = parseDecimal(text)
  return decimal && toWhole(decimal, 3)
}

export function formatDecimal({ digits, scale }: ExactDecimal): string {
  const magnitude = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  const whole = magnitude.slice(0, magnitude.length - scale)
  const fraction = scale > 0 ? magnitude.slice(-scale).replace(/0+$/, '') : ''
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`
}

const DIGITS_A_DOUBLE_KEEPS = 15
const MOST_DIGITS_OF_A_METER = 12

/**
 * Undoes what a program did that computed with binary fractions and printed all their digits: 0.16999999999999998 was
 * 0.17. A double keeps 15 significant digits; if what stands there is a number of at most 12 digits, that was meant.
 * Anything else, however fine, is left alone.
 */
export function withoutFloatNoise(decimal: ExactDecimal): { decimal: ExactDecimal; changed: boolean } {
  const significant = (decimal.digits < 0n ? -decimal.digits : decimal.digits).toString().length
  const surplus = significant - DIGITS_A_DOUBLE_KEEPS
  if (surplus <= 0 || surplus > decimal.scale) return { decimal, changed: false }
  let { value: digits } = divideHalfEven(decimal.digits, 10n ** BigInt(surplus))
  let scale = decimal.scale - surplus
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale--
  }
  const kept = (digits < 0n ? -digits : digits).toString().length
  if (kept > MOST_DIGITS_OF_A_METER) return { decimal, changed: false }
  return { decimal: { digits, scale }, changed: digits * 10n ** BigInt(decimal.scale - scale) !== decimal.digits }
}

/** Adds decimals of any fineness without rounding. */
export class DecimalSum {
  private total: ExactDecimal = { digits: 0n, scale: 0 }

  add(decimal: ExactDecimal): void {
    const scale = Math.max(this.total.scale, decimal.scale)
    const digits =
      this.total.digits * 10n ** BigInt(scale - this.total.scale) +
      decimal.digits * 10n ** BigInt(scale - decimal.scale)
    this.total = { digits, scale }
  }

  get value(): ExactDecimal {
    return this.total
  }

  toString(): string {
    return formatDecimal(this.total)
  }
}
