import { keptFormats, numberFormat } from '../i18n/intl-formats.ts'
import { currencyExponent } from './currency.ts'
import { toDecimalText } from './decimal-text.ts'

const formats = keptFormats<Intl.NumberFormat>()

/** An amount as the reader's language writes it, exact however large. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const format = formats(`${locale} ${currency}`, () => amountFormat(currency, locale))
  return format.format(toDecimalText(minor, currency) as Intl.StringNumericLiteral)
}

function amountFormat(currency: string, locale: string): Intl.NumberFormat {
  const places = currencyExponent(currency)
  const digits = { minimumFractionDigits: places, maximumFractionDigits: places }
  return numberFormat(locale, { style: 'currency', currency, ...digits })
}
