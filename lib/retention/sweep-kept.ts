import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { holdingOf } from '#lib/inventory/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { categoryErased } from './events.ts'

const AT_ONCE = 100

interface Due {
  readonly brand: string
  readonly subject_id: string
  readonly category: string
}

/** Erases what an erasure left under the tombstone of an account, once the time is over for which it had a ground. */
export async function sweepKept(grant: Grant<'retention:sweep'>): Promise<void> {
  for (;;) {
    const due = await inScope(
      grant,
      (tx) => tx.$queryRaw<Due[]>`
        SELECT e.brand, e.subject_id, e.category FROM erasure_entry e
        WHERE e.cause = 'closing' AND e.kept_until <= ${clock.now()} AND NOT EXISTS (
          SELECT 1 FROM erasure_entry d WHERE d.brand = e.brand AND d.subject_id = e.subject_id
            AND d.category = e.category AND d.cause = 'kept_until_over')
        GROUP BY e.brand, e.subject_id, e.category LIMIT ${AT_ONCE}`,
    )
    for (const entry of due) await eraseKept(grant, entry)
    if (due.length < AT_ONCE) return
  }
}

async function eraseKept(grant: Grant<'retention:sweep'>, { brand, subject_id, category }: Due): Promise<void> {
  const declared = getManifest(brand).categories.find((candidate) => candidate.key === category)
  const holding = declared && holdingOf(declared)
  await inScope(grant, async (tx) => {
    const of = { brand, subject: subject_id, category }
    const now = clock.now()
    const { erased } = (await holding?.erase(tx, of, { end: 'erase', olderThan: now })) ?? { erased: 0 }
    await tx.erasureEntry.create({
      data: {
        brand,
        subjectId: subject_id,
        category,
        cause: 'kept_until_over',
        erased,
        anonymised: 0,
        kept: 0,
        at: now,
      },
      select: { id: true },
    })
    await audit.record(tx, grant, { ...categoryErased(category, erased, 0, 0), subject: subject_id })
  })
}
