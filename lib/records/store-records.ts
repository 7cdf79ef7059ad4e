import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { blindIndex } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { declaredCategory, sealValues, splitValues } from './record-values.ts'
import type { NewRecord, StoreOutcome } from './schema.ts'

/**
 * Stores records of one brand, any number of categories and persons, in one statement, and says in order what became
 * of each. Idempotent by category and sender's id: the same content again is a `duplicate`, other content under a
 * known id is `reused` and changes nothing. The caller writes the audit row of the batch.
 */
export async function storeRecords(
  grant: Grant<'intake:write' | 'demo:seed'>,
  records: readonly NewRecord[],
): Promise<StoreOutcome[]> {
  if (records.length === 0) return []
  return inScope(grant, async (tx) => {
    const prepared = records.map((record) => prepare(grant.brand, record))
    const first = new Map<string, Prepared>()
    for (const row of prepared) if (!first.has(row.key)) first.set(row.key, row)
    const inserted = await insertNew(tx, grant.brand, [...first.values()])
    const known = await hashesOf(
      tx,
      grant.brand,
      [...first.values()].filter((row) => !inserted.has(row.id)),
    )
    return prepared.map((row) => {
      if (inserted.has(row.id)) return 'stored'
      const held = known.get(row.key) ?? first.get(row.key)?.hash
      return held === row.hash ? 'duplicate' : 'reused'
    })
  })
}

interface Prepared {
  readonly id: string
  readonly key: string
  readonly hash: string
  readonly record: NewRecord
  readonly source: string
  readonly plain: string
  readonly sealed: string | null
}

const keyOf = (category: string, senderId: string) => `${category}\0${senderId}`

function prepare(brand: string, record: NewRecord): Prepared {
  const category = declaredCategory(brand, record.category)
  const { plain, sensitive } = splitValues(category, record.values)
  const id = uuid()
  const content = [record.subjectId, record.deviceId, record.occurredAt, record.givenByOther, plain, sensitive]
  return {
    id,
    key: keyOf(record.category, record.senderId),
    // Keyed, because a bare digest of a telephone number can be found by trying them all.
    hash: blindIndex('data_record', JSON.stringify(content)).toString('hex'),
    record,
    source: category.source,
    plain: JSON.stringify(plain),
    sealed: sensitive ? sealValues(id, sensitive).toString('hex') : null,
  }
}

async function insertNew(tx: Tx, brand: string, rows: readonly Prepared[]): Promise<Set<string>> {
  const column = <T>(value: (row: Prepared) => T) => rows.map(value)
  const stored = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO data_record (id, brand, subject_id, category, device_id, source, given_by_other, sender_id,
                             content_hash, occurred_at, received_at, fields, sealed)
    SELECT r.id, ${brand}, r.subject_id, r.category, r.device_id, r.source, r.given_by_other, r.sender_id,
           decode(r.content_hash, 'hex'), r.occurred_at, ${clock.now()}::timestamptz, r.fields::jsonb, decode(r.sealed, 'hex')
    FROM unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.record.subjectId)}::uuid[],
      ${column((row) => row.record.category)}::text[], ${column((row) => row.record.deviceId)}::uuid[],
      ${column((row) => row.source)}::text[], ${column((row) => row.record.givenByOther)}::boolean[],
      ${column((row) => row.record.senderId)}::text[], ${column((row) => row.hash)}::text[],
      ${column((row) => row.record.occurredAt.toISOString())}::timestamptz[],
      ${column((row) => row.plain)}::text[], ${column((row) => row.sealed)}::text[]
    ) AS r (id, subject_id, category, device_id, source, given_by_other, sender_id, content_hash, occurred_at, fields, sealed)
    ON CONFLICT (brand, category, sender_id) DO NOTHING
    RETURNING id::text AS id`
  return new Set(stored.map((row) => row.id))
}

async function hashesOf(tx: Tx, brand: string, rows: readonly Prepared[]): Promise<Map<string, string>> {
  if (rows.length === 0) return new Map()
  const held = await tx.$queryRaw<{ category: string; sender_id: string; hash: string }[]>`
    SELECT d.category, d.sender_id, encode(d.content_hash, 'hex') AS hash
    FROM unnest(${rows.map((row) => row.record.category)}::text[], ${rows.map((row) => row.record.senderId)}::text[])
         AS r (category, sender_id)
    JOIN data_record d ON d.brand = ${brand} AND d.category = r.category AND d.sender_id = r.sender_id`
  return new Map(held.map((row) => [keyOf(row.category, row.sender_id), row.hash]))
}
