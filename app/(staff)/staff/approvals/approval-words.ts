import { getTranslations } from 'next-intl/server'
import { countryName, formatDate } from '#components/ui/format.ts'
import type { ApprovalView } from '#lib/approvals/index.ts'
import { findManifest } from '#lib/brands/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'
import { requestLocale } from '#lib/web/locale.ts'

/** What an operation is called and what it is about, in the reader's language. */
export async function approvalWords() {
  const [t, locale] = await Promise.all([getTranslations('approvals.kinds'), requestLocale()])
  return ({ brand, kind, summary }: Pick<ApprovalView, 'brand' | 'kind' | 'summary'>) => ({
    title: t.has(`${kind}.title`) ? t(`${kind}.title`) : kind,
    summary: t.has(`${kind}.summary`)
      ? t(`${kind}.summary`, { ...BEFORE, ...written(summary, brand, locale), ...sumOf(summary, locale) })
      : '',
  })
}

/** What was asked for before requests had numbers names none. */
const BEFORE = { number: 'none', ref: 'none' }

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Days, countries and kinds of data as the reader writes them. */
function written(summary: ApprovalView['summary'], brand: string, locale: Locale): ApprovalView['summary'] {
  const categories = findManifest(brand)?.categories ?? []
  const say = (key: string, value: string | number) => {
    if (typeof value !== 'string') return value
    if (DAY.test(value)) return formatDate(new Date(`${value}T00:00:00Z`), locale, 'UTC', 'long')
    if (key === 'category' || key === 'part') return categories.find((one) => one.key === value)?.name[locale] ?? value
    return key === 'country' && /^[A-Z]{2}$/.test(value) ? countryName(value, locale) : value
  }
  return Object.fromEntries(Object.entries(summary).map(([key, value]) => [key, say(key, value)]))
}

/** An amount is asked for as a decimal beside its currency; people read both as one sum. */
function sumOf({ amount, currency }: ApprovalView['summary'], locale: string) {
  if (typeof amount !== 'string' || typeof currency !== 'string') return {}
  return { amount: numberFormat(locale, { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral) }
}
