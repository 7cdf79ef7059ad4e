import { type Grant, inScope, purgeKeptForms, purgeRates } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { BRAND_KEYS, type Category, getManifest } from '#lib/brands/index.ts'
import { expireExports } from '#lib/exports/index.ts'
import { purgeCodes, purgeGuardians } from '#lib/identity/index.ts'
import { HOLDINGS, heldCategories } from '#lib/inventory/index.ts'
import { purgeMessages } from '#lib/notifications/index.ts'
import type { HeldBy, Holding } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { retentionSwept } from './events.ts'
import { sweepKept } from './sweep-kept.ts'

type SweepGrant = Grant<'retention:sweep'>

const DAY = 86_400_000
/** People whose rows go in one transaction. */
const AT_ONCE = 100

/**
 * Carries out what every manifest promises about time (WEA-04): rows whose days are over go, what was kept after an
 * erasure goes when its time is over, and exports expire. Repeating it, or beginning anew where it broke off, is safe.
 */
export async function sweepRetention(grant: SweepGrant): Promise<void> {
  for (const brand of BRAND_KEYS) {
    for (const { category, holding } of heldCategories(getManifest(brand)))
      if (category.retention.rule === 'days') await sweepDays(grant, brand, category, holding)
    for (const holding of HOLDINGS) await removeKept(grant, brand, holding)
  }
  await sweepKept(grant)
  await expireExports(grant)
  await inScope(grant, purgeCodes)
  await inScope(grant, purgeGuardians)
  await inScope(grant, purgeMessages)
  await purgeKeptForms()
  await purgeRates()
}

async function sweepDays(grant: SweepGrant, brand: string, category: Category, holding: Holding): Promise<void> {
  const { overdue } = holding
  if (!overdue) throw new Error(`${category.shape} has a retention in days and does not say what is overdue`)
  const olderThan = new Date(clock.now().getTime() - (category.retention.days ?? 0) * DAY)
  const query = overdue({ brand, category: category.key }, olderThan)
  let total = 0
  for (;;) {
    const subjects = await inScope(
      grant,
      (tx) => tx.$queryRaw<{ subject_id: string }[]>`${query} ORDER BY subject_id LIMIT ${AT_ONCE}`,
    )
    const held = subjects.map((row) => ({ brand, subject: row.subject_id, category: category.key }))
    const erased = await eraseOlder(grant, holding, { held, olderThan })
    total += erased
    // Nothing went although something is overdue: asking again would ask for ever.
    if (subjects.length < AT_ONCE || erased === 0) break
  }
  if (total > 0)
    await inScope(grant, (tx) => audit.record(tx, grant, retentionSwept(`${brand}/${category.key}`, total)))
}

async function eraseOlder(
  grant: SweepGrant,
  holding: Holding,
  { held, olderThan }: { readonly held: readonly HeldBy[]; readonly olderThan: Date },
): Promise<number> {
  const files = await inScope(grant, async (tx) => {
    const keys: string[] = []
    for (const of of held) keys.push(...((await holding.files?.(tx, of, { olderThan })) ?? []))
    return keys
  })
  for (const key of files) await removeFile(key)
  return inScope(grant, async (tx) => {
    let erased = 0
    for (const of of held) erased += (await holding.erase(tx, of, { end: 'erase', olderThan })).erased
    return erased
  })
}

async function removeKept(grant: SweepGrant, brand: string, holding: Holding): Promise<void> {
  const { removeKept } = holding
  if (!removeKept) return
  await inScope(grant, async (tx) => {
    const erased = await removeKept(tx, brand, clock.now())
    if (erased > 0) await audit.record(tx, grant, retentionSwept(`${brand}/${holding.shape}`, erased))
  })
}
