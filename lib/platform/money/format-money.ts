import { numberFormat } from '../i18n/intl-formats.ts'
import { currencyExponent } from './currency.ts'
import { toDecimalText } from './decimal-text.ts'

/** An amount as the reader's language writes it, exact however large. */
export function formatMoney(minor: bigint, currency: string, locale: string): string {
  const places = currencyExponent(currency)
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return format.format(toDecimalText(minor, currency) as Intl.StringNumericLiteral)
}
