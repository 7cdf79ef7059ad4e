import { type Grant, inScope } from '#lib/access/index.ts'
import type { Manifest } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { cardName } from './card-name.ts'

const AT_ONCE = 200

interface Ending {
  readonly subject: string
  readonly scheme: string
  readonly lastFour: string
  readonly expires: string
}

/** Tells people, once for each card, that the one by which their bills are paid ends with this month or the next. */
export async function warnOfEndingCards(
  grant: Grant<'autopay:run'>,
  { key: brand, zone, arrears }: Manifest,
): Promise<void> {
  const next = monthStart(localDay(clock.now(), zone), 1).slice(0, 7)
  await inScope(grant, async (tx) => {
    const ending = await tx.$queryRaw<Ending[]>`
      UPDATE saved_card SET warned_at = ${clock.now()} WHERE id IN (
        SELECT s.id FROM saved_card s JOIN autopay a ON a.saved_card_id = s.id
        WHERE s.brand = ${brand} AND s.removed_at IS NULL AND s.warned_at IS NULL AND s.expires <= ${next}
          AND a.stopped_at IS NULL
        ORDER BY s.id LIMIT ${AT_ONCE} FOR UPDATE OF s SKIP LOCKED
      ) RETURNING subject_id AS subject, scheme, last_four AS "lastFour", expires`
    for (const { subject, expires, ...card } of ending)
      await notifyPerson(
        tx,
        { brand, subject },
        {
          kind: 'autopay.card_ending',
          path: `/${brand}/me/payment-methods`,
          quiet: { zone, ...arrears.quiet },
          values: { card: cardName(card), expires: `${expires.slice(5)}/${expires.slice(0, 4)}` },
        },
      )
  })
}
