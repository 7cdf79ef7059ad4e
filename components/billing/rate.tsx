import { useLocale } from 'next-intl'

const FORM_OF: Readonly<Record<string, string>> = { en: 'en-GB', 'zh-CN': 'zh-CN', fr: 'fr-FR' }

/** A price for one unit, with every decimal that it has. */
export function Rate({ rate, currency, unit }: { rate: string; currency: string; unit: string }) {
  const format = new Intl.NumberFormat(FORM_OF[useLocale()] ?? 'en-GB', {
    style: 'currency',
    currency,
    maximumFractionDigits: 8,
  })
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.format(rate as Intl.StringNumericLiteral)} / {unit}
    </span>
  )
}
