import { v7 as uuid } from 'uuid'
import { type Grant, inScope } from '#lib/access/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { blindIndex, sha256 } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { declaredCategory, sealValues, splitValues } from './record-values.ts'
import type { NewRecord, RecordValue, StoreOutcome } from './schema.ts'

/**
 * Stores records of one brand, any number of categories and persons, in one statement and one look-up, and says in order what became
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
    // In one order everywhere: two batches with the same records in different orders would wait for each other.
    const rows = [...first.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
    const allNew = (await insertNew(tx, grant.brand, rows)) === rows.length
    const held = allNew ? first : await findHeld(tx, grant.brand, rows)
    return prepared.map((row) => {
      const known = held.get(row.key)
      if (known?.id === row.id) return 'stored'
      return known?.hash === row.hash ? 'duplicate' : 'reused'
    })
  })
}

interface Prepared {
  readonly id: string
  readonly key: string
  readonly hash: string
  readonly record: NewRecord
  readonly source: string
  readonly plain: Readonly<Record<string, RecordValue>>
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
    hash: digest(JSON.stringify(content), sensitive !== null).toString('hex'),
    record,
    source: category.source,
    plain,
    sealed: sensitive ? sealValues(id, sensitive).toString('hex') : null,
  }
}

// Keyed where something is sealed: a bare digest of a telephone number can be found by trying them all.
function digest(content: string, keyed: boolean): Buffer {
  return keyed ? blindIndex('data_record', content) : sha256(content)
}

async function insertNew(tx: Tx, brand: string, rows: readonly Prepared[]): Promise<number> {
  // One text of JSON goes through the driver far faster than an array for each column.
  const written = JSON.stringify(
    rows.map(({ id, hash, record, source, plain, sealed }) => ({
      id,
      subject_id: record.subjectId,
      category: record.category,
      device_id: record.deviceId,
      source,
      given_by_other: record.givenByOther,
      sender_id: record.senderId,
      content_hash: hash,
      occurred_at: record.occurredAt,
      fields: plain,
      sealed,
    })),
  )
  return tx.$executeRaw`
    INSERT INTO data_record (id, brand, subject_id, category, device_id, source, given_by_other, sender_id,
                             content_hash, occurred_at, received_at, fields, sealed)
    SELECT r.id, ${brand}, r.subject_id, r.category, r.device_id, r.source, r.given_by_other, r.sender_id,
           decode(r.content_hash, 'hex'), r.occurred_at, ${clock.now()}::timestamptz, r.fields, decode(r.sealed, 'hex')
    FROM json_to_recordset(${written}::json) AS r (
      id uuid, subject_id uuid, category text, device_id uuid, source text, given_by_other boolean, sender_id text,
      content_hash text, occurred_at timestamptz, fields jsonb, sealed text)
    ON CONFLICT (brand, category, sender_id) DO NOTHING`
}

/** What stands under the keys of a batch now, whoever wrote it. */
async function findHeld(
  tx: Tx,
  brand: string,
  rows: readonly Prepared[],
): Promise<Map<string, Pick<Prepared, 'id' | 'hash'>>> {
  const keys = JSON.stringify(rows.map(({ record }) => ({ category: record.category, sender_id: record.senderId })))
  const held = await tx.$queryRaw<{ category: string; sender_id: string; id: string; hash: string }[]>`
    SELECT d.category, d.sender_id, d.id::text AS id, encode(d.content_hash, 'hex') AS hash
    FROM json_to_recordset(${keys}::json) AS r (category text, sender_id text)
    JOIN data_record d ON d.brand = ${brand} AND d.category = r.category AND d.sender_id = r.sender_id`
  return new Map(held.map(({ category, sender_id, id, hash }) => [keyOf(category, sender_id), { id, hash }]))
}
