import { useLocale } from 'next-intl'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'

/** A price for one unit, with every decimal that it has. */
export function Rate({ rate, currency, unit }: { rate: string; currency: string; unit: string }) {
  const format = numberFormat(useLocale(), { style: 'currency', currency, maximumFractionDigits: 8 })
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.format(rate as Intl.StringNumericLiteral)} / {unit}
    </span>
  )
}
