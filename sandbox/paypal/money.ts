import { malformed, unprocessable } from './paypal-error.ts'
import { isJson } from './read-body.ts'

export interface Money {
  currency_code: string
  value: string
}

const CURRENCIES =
  'AUD BRL CAD CNY CZK DKK EUR GBP HKD HUF ILS JPY MYR MXN NOK NZD PHP PLN SEK SGD CHF TWD THB USD'.split(' ')
const WITHOUT_DECIMALS = new Set(['JPY', 'HUF', 'TWD'])

export const decimalsOf = (currency: string) => (WITHOUT_DECIMALS.has(currency) ? 0 : 2)

export function minorOf({ currency_code, value }: Money): number {
  const [whole = '0', part = ''] = value.split('.')
  const decimals = decimalsOf(currency_code)
  return Number(whole) * 10 ** decimals + Number(part.padEnd(decimals, '0') || '0')
}

export function moneyOf(minor: number, currency_code: string): Money {
  return { currency_code, value: (minor / 10 ** decimalsOf(currency_code)).toFixed(decimalsOf(currency_code)) }
}

/** Reads an amount and writes it with the currency's own decimals. */
export function readMoney(value: unknown, at: string): Money {
  const given = isJson(value) ? value : {}
  const { currency_code: code, value: amount } = given
  if (typeof code !== 'string' || typeof amount !== 'string') {
    const field = typeof code === 'string' ? `${at}/value` : `${at}/currency_code`
    throw malformed('MISSING_REQUIRED_PARAMETER', 'A required field is missing.', field)
  }
  if (!/^[A-Z]{3}$/.test(code) || !CURRENCIES.includes(code)) {
    throw unprocessable(
      'INVALID_CURRENCY_CODE',
      'Currency code is invalid or is not currently supported.',
      `${at}/currency_code`,
    )
  }
  if (amount.length > 32 || !/^-?(\d+|\d*\.\d+)$/.test(amount)) {
    const description = 'The value of a field does not conform to the expected format.'
    throw malformed('INVALID_PARAMETER_SYNTAX', description, `${at}/value`, amount)
  }
  if (amount.startsWith('-') || Number(amount) === 0) {
    throw unprocessable('CANNOT_BE_ZERO_OR_NEGATIVE', 'Must be greater than zero.', `${at}/value`)
  }
  if ((amount.split('.')[1] ?? '').length > decimalsOf(code)) {
    const description =
      decimalsOf(code) === 0
        ? 'The currency supports no decimals.'
        : 'If the currency supports decimals, only two decimal place precision is supported.'
    throw unprocessable('DECIMAL_PRECISION', description, `${at}/value`)
  }
  if (Number(amount) > 9_999_999)
    throw unprocessable('MAX_VALUE_EXCEEDED', 'Should be less than or equal to 9999999.', `${at}/value`)
  return moneyOf(minorOf({ currency_code: code, value: amount }), code)
}
