import { type Grant, subjectOf } from '#lib/access/index.ts'
import {
  type ConsentNotice,
  decisionAfter,
  lastDecisions,
  noticeOf,
  oneAtATime,
  recordDecision,
} from '#lib/consents/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { StartPayment } from './schema.ts'

/** What the decision to keep a card is recorded about. */
export const KEEPING = 'card:keep'

/** What stands beside the box "keep this card", as it is recorded. */
export function keepingNotice(locale: Locale): ConsentNotice {
  const t = translator(locale, 'payments')
  return noticeOf({ name: t('keep.name'), notice: t('keep.notice'), consequence: t('keep.consequence') })
}

/**
 * Records that the person lets a card be kept, with the words that stood beside the box: a consent of its own, apart from
 * paying. Said twice it is recorded once.
 * @throws Refusal `consents.text_changed` where the text shown is not the text of today
 */
export async function agreeToKeeping(tx: Tx, grant: Grant<'payments:pay'>, input: StartPayment): Promise<void> {
  const words = keepingNotice(input.locale)
  if (input.keepShown !== words.hash.toString('hex')) throw new Refusal('consents.text_changed')
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  await oneAtATime(tx, of.subject)
  const [last] = await lastDecisions(tx, of, KEEPING)
  const decision = decisionAfter(last?.decision, true)
  if (!decision) return
  await recordDecision(tx, grant, { purpose: KEEPING, decision, locale: input.locale, words, tell: [] })
}
