import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { decisionAfter, lastDecisions, oneAtATime, recordDecision } from '#lib/consents/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { fromDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { AUTOPAY, autopayNotice } from './autopay-notice.ts'
import { cardName } from './card-name.ts'
import { autopayOrdered } from './events.ts'
import type { SetAutopay } from './schema.ts'

/**
 * Lets bills be paid by a kept card from now on, or changes that. It is a consent of its own, recorded with the words that
 * stood beside it, and confirmed by mail. What was planned and not tried is planned anew.
 * @throws Refusal `autopay.card_not_found`, `autopay.card_lapsed`, `autopay.limit_wrong`, `autopay.days_wrong`,
 *   `consents.text_changed`
 */
export async function setAutopay(grant: Grant<'autopay:set'>, input: SetAutopay): Promise<void> {
  const of = { brand: grant.brand, subjectId: subjectOf(grant) }
  const { zone, autopay, currencies } = getManifest(grant.brand)
  const [currency = ''] = currencies
  const limitMinor = input.limit ? readLimit(input.limit, currency) : null
  const { daysBefore } = input
  if (daysBefore > autopay.mostDaysBefore) throw new Refusal('autopay.days_wrong', { field: 'daysBefore' })
  const words = autopayNotice(input.locale)
  if (input.shown !== words.hash.toString('hex')) throw new Refusal('consents.text_changed')
  await inScope(grant, async (tx) => {
    await oneAtATime(tx, of.subjectId)
    const card = await tx.savedCard.findFirst({ where: { ...of, id: input.cardId, removedAt: null } })
    if (!card) throw new Refusal('autopay.card_not_found', { field: 'cardId' })
    if (card.expires < localDay(clock.now(), zone).slice(0, 7))
      throw new Refusal('autopay.card_lapsed', { field: 'cardId' })
    const order = { savedCardId: card.id, limitMinor, currency, daysBefore, stoppedAt: null, stoppedWhy: null }
    const { subjectId } = of
    await tx.autopay.upsert({
      where: { subjectId },
      create: { ...of, ...order, agreedAt: clock.now() },
      update: order,
      select: { subjectId: true },
    })
    await tx.collection.deleteMany({ where: { ...of, state: { in: ['announced', 'skipped'] } } })
    await audit.record(tx, grant, autopayOrdered(card.id, limitMinor !== null, daysBefore))
    if (await agree(tx, grant, { words, locale: input.locale }))
      await notifyPerson(
        tx,
        { brand: of.brand, subject: subjectId },
        {
          kind: 'autopay.on',
          path: `/${of.brand}/me/payment-methods`,
          values: { card: cardName(card), notice: autopay.noticeDays },
        },
      )
  })
}

async function agree(
  tx: Tx,
  grant: Grant<'autopay:set'>,
  { words, locale }: { words: ReturnType<typeof autopayNotice>; locale: SetAutopay['locale'] },
): Promise<boolean> {
  const [last] = await lastDecisions(tx, { brand: grant.brand, subject: subjectOf(grant) }, AUTOPAY)
  const decision = decisionAfter(last?.decision, true)
  if (decision) await recordDecision(tx, grant, { purpose: AUTOPAY, decision, locale, words, tell: [] })
  return decision !== null
}

/** An amount as people type it: a comma or a point before the decimals, nothing else. */
function readLimit(typed: string, currency: string): bigint {
  try {
    const minor = fromDecimalText(typed.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'), currency)
    if (minor > 0n) return minor
  } catch {
    // It is said below.
  }
  throw new Refusal('autopay.limit_wrong', { field: 'limit' })
}
