import { numberFormat } from '../i18n/intl-formats.ts'
import type { Locale } from '../i18n/locales.ts'
import { currencyExponent } from './currency.ts'
import { toDecimalText } from './decimal-text.ts'

/** An amount as the reader's language writes it, exact however large; for mails and documents outside of a page. */
export function formatMoney(minor: bigint, currency: string, locale: Locale): string {
  const places = currencyExponent(currency)
  const format = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return format.format(toDecimalText(minor, currency) as Intl.StringNumericLiteral)
}
