import { getLocale, getTranslations } from 'next-intl/server'
import type { ApprovalView } from '#lib/approvals/index.ts'
import { numberFormat } from '#lib/platform/i18n/intl-formats.ts'

/** What an operation is called and what it is about, in the reader's language. */
export async function approvalWords() {
  const [t, locale] = await Promise.all([getTranslations('approvals.kinds'), getLocale()])
  return ({ kind, summary }: Pick<ApprovalView, 'kind' | 'summary'>) => ({
    title: t.has(`${kind}.title`) ? t(`${kind}.title`) : kind,
    summary: t.has(`${kind}.summary`) ? t(`${kind}.summary`, { ...summary, ...sumOf(summary, locale) }) : '',
  })
}

/** An amount is asked for as a decimal beside its currency; people read both as one sum. */
function sumOf({ amount, currency }: ApprovalView['summary'], locale: string) {
  if (typeof amount !== 'string' || typeof currency !== 'string') return {}
  return { amount: numberFormat(locale, { style: 'currency', currency }).format(amount as Intl.StringNumericLiteral) }
}
