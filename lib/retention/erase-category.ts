import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { type Category, getManifest } from '#lib/brands/index.ts'
import { countHeld, HOLDINGS, holdingOf } from '#lib/inventory/index.ts'
import type { ErasureCount, HeldBy, Holding } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { removeFile } from '#lib/platform/storage/index.ts'
import { categoryErased } from './events.ts'
import { BOOKKEEPING } from './holdings.ts'
import type { PlannedEnd } from './schema.ts'

type ErasureGrant = Grant<'retention:erase-account'>

const DAY = 86_400_000

/** Carries out the plan for one category and notes what it did, once. */
export async function eraseCategory(
  grant: ErasureGrant,
  category: Category,
  plan: readonly PlannedEnd[],
): Promise<void> {
  const holding = holdingOf(category)
  const planned = plan.find((entry) => entry.category === category.key)
  if (!holding || !planned) throw new Error(`nothing is planned for ${category.key} of ${grant.brand}`)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: category.key }
  // Evidence goes with the words of its request, also where that there was one has to stay.
  if (planned.end === 'erased' || category.shape === 'request') await removeFiles(await filesOf(grant, holding, of))
  await inScope(grant, async (tx) => {
    const count = await carryOut(tx, holding, of, category, planned)
    await note(tx, grant, of, planned, count)
  })
}

/** The portal's own notes about the person. */
export async function eraseBookkeeping(grant: ErasureGrant): Promise<void> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  for (const { files, erase } of BOOKKEEPING) {
    if (files) await removeFiles(await inScope(grant, (tx) => files(tx, of)))
    await inScope(grant, (tx) => erase(tx, of))
  }
}

/**
 * What came in while the erasure ran, and rows that no category of the manifest names any more: a manifest may change,
 * and what it once collected must go all the same.
 */
export async function eraseLeftovers(grant: ErasureGrant, plan: readonly PlannedEnd[]): Promise<void> {
  const of = { brand: grant.brand, subject: subjectOf(grant) }
  const { categories } = getManifest(grant.brand)
  const counted = await inScope(grant, (tx) => countHeld(tx, of, HOLDINGS))
  for (const { shape, category: key } of counted.filter((row) => row.rows > 0n && row.shape !== 'registration')) {
    const holding = HOLDINGS.find((candidate) => candidate.shape === shape)
    const category = categories.find((entry) => entry.shape === shape && (key === null || entry.key === key))
    const planned = plan.find((entry) => entry.category === category?.key)
    if (!holding || (planned && planned.end !== 'erased')) continue
    if (category) await eraseCategory(grant, category, plan)
    else await eraseUndeclared(grant, holding, { ...of, category: key ?? shape })
  }
}

async function eraseUndeclared(grant: ErasureGrant, holding: Holding, of: HeldBy): Promise<void> {
  await removeFiles(await filesOf(grant, holding, of))
  await inScope(grant, async (tx) => {
    const { erased } = await holding.erase(tx, of, { end: 'erase' })
    await audit.record(tx, grant, categoryErased(of.category, erased, 0, 0))
  })
}

// Before the rows that know of them: if this is broken off, the rows still tell what to remove.
async function removeFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) await removeFile(key)
}

function filesOf(grant: ErasureGrant, holding: Holding, of: HeldBy): Promise<string[]> {
  return inScope(grant, async (tx) => holding.files?.(tx, of, {}) ?? [])
}

async function carryOut(
  tx: Tx,
  holding: Holding,
  of: HeldBy,
  { retention }: Category,
  planned: PlannedEnd,
): Promise<ErasureCount> {
  if (planned.end === 'erased') return holding.erase(tx, of, { end: 'erase' })
  if (retention.rule === 'days') {
    // Kept row by row for its days, which the daily sweep goes on to carry out.
    const olderThan = new Date(clock.now().getTime() - (retention.days ?? 0) * DAY)
    const count = await holding.erase(tx, of, { end: 'erase', olderThan })
    return { ...count, kept: await remaining(tx, holding, of) }
  }
  return holding.erase(tx, of, { end: retention.end, ...(planned.until ? { keptUntil: planned.until } : {}) })
}

async function remaining(tx: Tx, holding: Holding, of: HeldBy): Promise<number> {
  const counted = await tx.$queryRaw<{ category: string | null; rows: bigint }[]>`${holding.summary(of)}`
  const own = counted.filter((row) => (row.category ?? of.category) === of.category)
  return own.reduce((sum, row) => sum + Number(row.rows), 0)
}

// The count of a repeated run adds to the first one's, because a category may have got rows in between.
async function note(tx: Tx, grant: ErasureGrant, of: HeldBy, planned: PlannedEnd, count: ErasureCount): Promise<void> {
  const where = { brand: of.brand, subjectId: of.subject, category: of.category, cause: 'closing' }
  const noted = await tx.erasureEntry.count({ where })
  if (noted > 0 && count.erased + count.anonymised === 0) return
  const stays = count.anonymised + count.kept > 0
  const { erased, anonymised, kept } = count
  await tx.erasureEntry.create({
    data: {
      ...where,
      erased,
      anonymised,
      kept,
      keptGround: stays ? planned.ground : null,
      keptUntil: stays ? planned.until : null,
      at: clock.now(),
    },
    select: { id: true },
  })
  await audit.record(tx, grant, categoryErased(of.category, erased, anonymised, kept))
}
