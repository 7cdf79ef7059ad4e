import { type ConsentNotice, noticeOf } from '#lib/consents/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'

/** What the decision to let bills be paid by a kept card is recorded about. */
export const AUTOPAY = 'card:autopay'

/** What stands beside the order, as it is recorded. */
export function autopayNotice(locale: Locale): ConsentNotice {
  const t = translator(locale, 'autopay')
  return noticeOf({ name: t('agree.name'), notice: t('agree.notice'), consequence: t('agree.consequence') })
}
