import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { openRequest } from '#lib/requests/index.ts'
import { recordContested } from './events.ts'
import { findCategory } from './find-category.ts'
import type { ContestRecord } from './schema.ts'

/**
 * Contests a record that somebody else gave: it is marked as contested at once, and an objection with the reason is
 * opened, so that the brand has to answer in its days (WEA-09). The giver learns nothing of it. Contesting it again, from
 * another tab or by a second click, opens nothing more.
 * @throws Refusal `inventory.not_found`
 */
export async function contestRecord(
  grant: Grant<'requests:open'>,
  input: ContestRecord,
): Promise<{ request: string | null }> {
  const { holding } = findCategory(grant.brand, input.category)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: input.category }
  return inScope(grant, async (tx) => {
    const contested = (await holding.contest?.(tx, of, input.record, clock.now())) ?? 'no row'
    if (contested === 'no row') throw new Refusal('inventory.not_found')
    if (contested === 'before') return { request: null }
    await audit.record(tx, grant, recordContested(input.category, input.record))
    const text = `${input.category} ${input.record}\n\n${input.reason}`
    return { request: (await openRequest(grant, { kind: 'objection', text })).id }
  })
}
