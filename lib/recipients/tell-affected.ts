import { type Grant, inScope } from '#lib/access/index.ts'
import { type Manifest, recipientName } from '#lib/brands/index.ts'
import { notifyPerson } from '#lib/identity/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { formatList } from '#lib/platform/i18n/intl-formats.ts'

/** People who are told in one transaction. */
const AT_ONCE = 100

/**
 * Writes to everybody who is asked about a new or changed recipient and was not written to yet: once about all of them,
 * with the way to the answer (ENB-05, WBP-09). Whoever has answered meanwhile is left in peace.
 */
export async function tellAffected(grant: Grant<'recipients:announce'>, manifest: Manifest): Promise<void> {
  const { key: brand } = manifest
  for (;;) {
    const told = await inScope(grant, async (tx) => {
      // Marked first: two workers at once would else both write to the same person.
      const asks = await tx.$queryRaw<{ subject: string; recipient: string }[]>`
        UPDATE recipient_ask SET told_at = ${clock.now()}
        WHERE brand = ${brand} AND told_at IS NULL AND answered_at IS NULL AND subject_id IN (
          SELECT DISTINCT subject_id FROM recipient_ask
          WHERE brand = ${brand} AND told_at IS NULL AND answered_at IS NULL ORDER BY subject_id LIMIT ${AT_ONCE})
        RETURNING subject_id AS subject, recipient`
      const people = Map.groupBy(asks, ({ subject }) => subject)
      for (const [subject, own] of people)
        await notifyPerson(
          tx,
          { brand, subject },
          {
            kind: 'recipients.asked',
            values: (locale) => ({ names: namesOf(manifest, own, locale), count: own.length }),
            path: `/${brand}/me/choices/recipients`,
          },
        )
      return people.size
    })
    if (told < AT_ONCE) return
  }
}

function namesOf({ recipients }: Manifest, asks: readonly { readonly recipient: string }[], locale: Locale): string {
  const asked = new Set(asks.map(({ recipient }) => recipient))
  const names = recipients.filter(({ key }) => asked.has(key)).map((recipient) => recipientName(recipient, locale))
  return formatList(names, locale)
}
