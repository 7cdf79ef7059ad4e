import type { Grant } from '#lib/access/index.ts'
import type { Shape } from '#lib/brands/index.ts'
import { type AnnouncedDevice, announceDevices } from '#lib/devices/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { type StoreOutcome, storeRecords } from '#lib/records/index.ts'
import { type Outcome, refused } from './outcome.ts'
import type { PlacedRecord } from './place-records.ts'
import { storeChargingSessions, storeReadings } from './store-metered.ts'

type Store = (grant: Grant<'intake:write'>, records: readonly PlacedRecord[]) => Promise<(StoreOutcome | Refusal)[]>

/**
 * The room that keeps each shape, in the order in which a batch is stored: two batches with the same records in different
 * orders would wait for each other. A category of another shape never has `intake`.
 */
const STORES: Partial<Record<Shape, Store>> = {
  record: (grant, records) =>
    storeRecords(
      grant,
      records.map(({ id, category, ...record }) => ({ ...record, senderId: id, category: category.key })),
    ),
  device: (grant, records) => announceDevices(grant, records.map(announcedOf)),
  reading: storeReadings,
  charging_session: storeChargingSessions,
}

function announcedOf({ id, subjectId, occurredAt, values }: PlacedRecord): AnnouncedDevice {
  const text = (key: string) => String(values[key] ?? '')
  return {
    senderId: id,
    subjectId,
    seenAt: occurredAt,
    kind: text('kind'),
    name: text('name'),
    serial: text('serial_number') || id,
  }
}

/** Hands the records of a batch to the rooms that keep them and says in order what became of each. */
export async function storeByShape(grant: Grant<'intake:write'>, records: readonly PlacedRecord[]): Promise<Outcome[]> {
  const outcomes = new Map<PlacedRecord, Outcome>()
  const byShape = Map.groupBy<string, PlacedRecord>(records, (record) => record.category.shape)
  for (const [shape, store] of Object.entries(STORES)) {
    const rows = byShape.get(shape) ?? []
    const stored = rows.length > 0 ? await store(grant, rows) : []
    rows.forEach((row, at) => {
      outcomes.set(row, outcomeOf(stored[at]))
    })
  }
  return records.map((record) => outcomes.get(record) ?? outcomeOf(undefined))
}

function outcomeOf(stored: StoreOutcome | Refusal | undefined): Outcome {
  if (stored === undefined) throw new Error('a store gave no answer for a record')
  if (stored instanceof Refusal) return refused(stored)
  return stored === 'reused' ? refused(new Refusal('intake.id_reused')) : { status: stored }
}
