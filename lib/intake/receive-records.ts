import { type Grant, inScope } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import { refuseIfEnding } from '#lib/brand-status/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { checkRecord } from './check-record.ts'
import { batchReceived } from './events.ts'
import { countOutcomes, type Outcome, refused } from './outcome.ts'
import { placeRecords } from './place-records.ts'
import type { IntakeBatch } from './schema.ts'
import { storeByShape } from './store-by-shape.ts'

/**
 * Takes in a batch of records for one brand, in one transaction and a fixed number of statements, and says in order
 * what became of each. Each record is checked against the manifest, needs an active account and, where its category
 * says so, a consent in force (WEA-01, WEA-03, ECH-04). Idempotent by the sender's ids; audited as counts.
 * @throws Refusal `brands.ending` where the brand has stopped: nothing is taken in any more (ECH-09)
 */
export async function receiveRecords(grant: Grant<'intake:write'>, batch: IntakeBatch): Promise<Outcome[]> {
  const manifest = getManifest(grant.brand)
  const checked = batch.records.map((sent, at) => orRefusal(() => checkRecord(manifest, at, sent)))
  return inScope(grant, async (tx) => {
    await refuseIfEnding(tx, grant.brand)
    const answer: Outcome[] = []
    const sound = sort(checked, (at) => at, answer)
    const placed = await placeRecords(tx, grant.brand, sound)
    const kept = sort(placed, (index) => sound[index]?.at, answer)
    const stored = await storeByShape(grant, kept)
    for (const [index, { at }] of kept.entries()) answer[at] = stored[index] ?? missing()
    const outcomes = batch.records.map((_, at) => answer[at] ?? missing())
    await audit.record(tx, grant, batchReceived(countOutcomes(outcomes)))
    return outcomes
  })
}

/** The records that go on; a refusal is the answer in the record's place. */
function sort<T extends object>(
  records: readonly (T | Refusal)[],
  placeOf: (index: number) => number | undefined,
  answer: Outcome[],
): T[] {
  return records.flatMap((record, index) => {
    if (!(record instanceof Refusal)) return [record]
    answer[placeOf(index) ?? index] = refused(record)
    return []
  })
}

function missing(): never {
  throw new Error('a record of a batch was left without an answer')
}

function orRefusal<T>(run: () => T): T | Refusal {
  try {
    return run()
  } catch (fault) {
    if (fault instanceof Refusal) return fault
    throw fault
  }
}
