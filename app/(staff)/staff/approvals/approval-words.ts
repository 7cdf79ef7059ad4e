import { getLocale, getTranslations } from 'next-intl/server'
import { formatDate } from '#components/ui/format.ts'
import type { ApprovalView } from '#lib/approvals/index.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'

/** What an operation is called and what it is about, in the reader's language. */
export async function approvalWords() {
  const [t, locale] = await Promise.all([getTranslations('approvals.kinds'), getLocale()])
  return ({ kind, summary }: Pick<ApprovalView, 'kind' | 'summary'>) => ({
    title: t.has(`${kind}.title`) ? t(`${kind}.title`) : kind,
    summary: t.has(`${kind}.summary`)
      ? t(`${kind}.summary`, { ...written(summary, locale), ...sumOf(summary, locale) })
      : '',
  })
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Days and countries as the reader writes them. */
function written(summary: ApprovalView['summary'], locale: string): ApprovalView['summary'] {
  const countries = new Intl.DisplayNames(locale, { type: 'region' })
  const say = (key: string, value: string | number) => {
    if (typeof value !== 'string') return value
    if (DAY.test(value)) return formatDate(new Date(`${value}T00:00:00Z`), locale, 'UTC', 'long')
    return key === 'country' && /^[A-Z]{2}$/.test(value) ? (countries.of(value) ?? value) : value
  }
  return Object.fromEntries(Object.entries(summary).map(([key, value]) => [key, say(key, value)]))
}

/** An amount is asked for as a decimal beside its currency; people read both as one sum. */
function sumOf({ amount, currency }: ApprovalView['summary'], locale: string) {
  if (typeof amount !== 'string' || typeof currency !== 'string') return {}
  return { amount: numberFormat(locale, { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral) }
}
