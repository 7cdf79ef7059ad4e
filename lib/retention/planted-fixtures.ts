import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { getManifest } from '#lib/brands/index.ts'

/**
 * Columns that hold codes, ids and digests and never what a person typed or is: they may outlive the person. Every other
 * column of a table with a subject is planted with a recognisable value, also one that is added later: whoever adds it
 * either has it erased or says here that it cannot hold anything personal.
 */
const CODES: Record<string, readonly string[]> = {
  announcement_delivery: ['channel'],
  approval: ['kind', 'permission', 'requested_role', 'state', 'decided_role', 'outcome'],
  arrangement: ['state', 'currency'],
  audit_event: ['actor_kind', 'actor_id', 'permission', 'name', 'target', 'detail'],
  bill: ['number', 'kind', 'state', 'currency'],
  bill_correction: ['state', 'currency'],
  bill_line: ['kind', 'tariff', 'utility', 'unit', 'part'],
  closure: ['state', 'certificate_hash'],
  controller_answer: ['answer'],
  controller_reminder: ['stage'],
  consent_delivery: ['recipient', 'purpose', 'decision', 'state', 'last_answer'],
  consent_record: ['purpose', 'decision', 'notice_version', 'locale', 'text_hash', 'way'],
  credit_note: ['number', 'reason', 'currency'],
  data_transfer: ['country'],
  erasure_entry: ['cause', 'category', 'kept_ground'],
  export: ['state', 'locale'],
  ledger_entry: ['account', 'currency'],
  ledger_transaction: ['kind', 'reference'],
  news_delivery: ['item'],
  collection: ['state', 'failure'],
  dispute: ['provider', 'provider_ref', 'currency', 'reason', 'state'],
  payment: ['provider', 'method', 'way', 'currency', 'state', 'provider_ref', 'capture_id', 'failure'],
  period_outcome: ['outcome', 'reason'],
  policy_acceptance: ['version', 'locale', 'text_hash'],
  policy_notice: ['version'],
  request_entry: ['kind', 'author'],
  rights_request: ['number', 'kind', 'state', 'ground', 'field', 'refusal_reason', 'fee_currency', 'fee_ground'],
  recipient_ask: ['recipient', 'fingerprint', 'kind'],
  refund: ['provider', 'provider_ref', 'currency', 'source', 'reason', 'state', 'failure'],
}

/** Values that the database's own rules ask for. */
const NEEDED: Record<string, unknown> = {
  'announcement_delivery.channel': 'mail',
  'approval.input_hash': Buffer.alloc(32),
  'approval.state': 'approved',
  'approval.expires_at': '2026-02-01T00:00:00Z',
  'approval.ended_at': null,
  'arrangement.state': 'kept',
  'controller_answer.answer': 'agreed',
  'controller_reminder.stage': 'week',
  'bill.kind': 'usage',
  'bill.state': 'issued',
  'bill.total_minor': 2,
  'bill.period_end': '2026-02-01',
  'bill.kept_until': null,
  'bill_correction.state': 'same',
  'period_outcome.outcome': 'nothing',
  'period_outcome.reason': null,
  'period_outcome.bill_id': null,
  'bill_line.ends_on': '2026-02-01',
  'credit_note.total_minor': 2,
  'credit_note.kept_until': null,
  'closure.state': 'undone',
  'consent_delivery.state': 'confirmed',
  'consent_record.decision': 'granted',
  'consent_record.way': 'settings',
  'consent_record.device_id': null,
  'consent_record.terms_hash': null,
  'device_permission.use': 'any',
  'export.state': 'ready',
  'guardian_consent.state': 'agreed',
  'ledger_entry.amount_minor': 0,
  'collection.state': 'done',
  'dispute.state': 'won',
  'dispute.kept_until': null,
  'meter.direction': 'import',
  'usage_alert.kind': 'stale',
  'payment.state': 'succeeded',
  'payment.way': 'checkout',
  'refund.source': 'bill',
  'refund.state': 'succeeded',
  'refund.kept_until': null,
  'saved_card.last_four': '4242',
  'saved_card.removed_at': null,
  'payment.kept_until': null,
  'rights_request.state': 'refused',
  'recipient_ask.kind': 'new',
  'reading.ended_at': '2026-02-01T00:00:00Z',
  'support_session.ends_at': '2026-02-01T00:00:00Z',
}

interface Column {
  table_name: string
  column_name: string
  data_type: string
}

export interface Planted {
  readonly brand: string
  readonly subject: string
  /** Lower case letters and digits, so that it fits everywhere. */
  readonly marker: string
}

/** A connection of the database's owner: it sees every table, whatever the roles of the portal may see. */
export async function asOwner<T>(run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

/** Puts a row with the marker in every column that may hold something personal into each table with a subject. */
export async function plantEverywhere(client: pg.Client, planted: Planted): Promise<string[]> {
  const { rows } = await client.query<Column>(
    `SELECT c.table_name, c.column_name, c.data_type FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.is_generated = 'NEVER' AND EXISTS (
       SELECT 1 FROM information_schema.columns s
       WHERE s.table_schema = 'public' AND s.table_name = c.table_name AND s.column_name = 'subject_id')
     ORDER BY c.table_name, c.ordinal_position`,
  )
  const tables = Map.groupBy(rows, (row) => row.table_name)
  // Sealed names are made by the verb that makes an account; what they refer to is planted before what refers to it.
  tables.delete('sign_in_identifier')
  const parents = ['supply_point', 'meter', 'bill', 'arrangement', 'payment', 'ledger_transaction']
  const order = [...parents, ...[...tables.keys()].filter((table) => !parents.includes(table))]
  const ids: Record<string, string> = {}
  await client.query('DELETE FROM profile WHERE subject_id = $1', [planted.subject])
  await client.query(
    `UPDATE account SET ref = $2 || '-ref', zone = $2, birth_date = '1901-02-03', password_hash = $2, came_through = $2 WHERE id = $1`,
    [planted.subject, planted.marker],
  )
  for (const table of order) {
    for (const category of table === 'data_record' ? recordCategories(planted.brand) : [null]) {
      ids[table] = randomUUID()
      await insertPlanted(client, table, tables.get(table) ?? [], planted, ids, category)
    }
  }
  return order
}

function recordCategories(brand: string): string[] {
  const declared = getManifest(brand).categories.filter((category) => category.shape === 'record')
  return [...declared.map((category) => category.key), 'no_longer_declared']
}

async function insertPlanted(
  client: pg.Client,
  table: string,
  columns: readonly Column[],
  planted: Planted,
  ids: Record<string, string>,
  category: string | null,
): Promise<void> {
  const known: Record<string, unknown> = {
    id: ids[table],
    brand: planted.brand,
    subject_id: planted.subject,
    supply_point_id: ids.supply_point,
    meter_id: ids.meter,
    bill_id: ids.bill,
    payment_id: ids.payment,
    arrangement_id: ids.arrangement,
    transaction_id: ids.ledger_transaction,
    ...(category ? { category } : {}),
    storage_key: `${table.replaceAll('_', '-')}s/${planted.marker}`,
  }
  const values = columns.map(({ column_name: column, data_type }) => {
    const needed = `${table}.${column}`
    if (needed in NEEDED) return NEEDED[needed]
    if (column in known) return known[column]
    if (column === 'currency') return 'EUR'
    return plantedValue(data_type, CODES[table]?.includes(column) ? randomUUID() : `${planted.marker}-${randomUUID()}`)
  })
  const names = columns.map((column) => `"${column.column_name}"`)
  // Rows that the database itself would refuse, such as a transfer of what never leaves, are erased all the same.
  await client.query("SET session_replication_role = 'replica'")
  await client.query(
    `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    values,
  )
  await client.query("SET session_replication_role = 'origin'")
}

function plantedValue(type: string, text: string): unknown {
  switch (type) {
    case 'text':
      return text
    case 'jsonb':
      return JSON.stringify({ note: text })
    case 'bytea':
      return Buffer.from(text)
    case 'uuid':
      return randomUUID()
    case 'boolean':
      return true
    case 'date':
      return '2026-01-01'
    // Old enough for each retention that counts in days.
    case 'timestamp with time zone':
      return '2025-01-01T00:00:00Z'
    default:
      return 1
  }
}

/** Every column of every table, the queue's too, that holds the marker as text, in JSON or in bytes. */
export async function findMarker(client: pg.Client, marker: string): Promise<string[]> {
  const { rows } = await client.query<Column & { table_schema: string }>(
    `SELECT c.table_schema, c.table_name, c.column_name, c.data_type
     FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
       AND c.data_type IN ('text', 'character varying', 'character', 'json', 'jsonb', 'bytea', 'ARRAY', 'inet')`,
  )
  const found: string[] = []
  for (const { table_schema, table_name, column_name, data_type } of rows) {
    const column = `"${column_name}"`
    const holds =
      data_type === 'bytea' ? `position(convert_to($1, 'UTF8') in ${column}) > 0` : `strpos(${column}::text, $1) > 0`
    const { rows: hits } = await client.query<{ n: string }>(
      `SELECT count(*) AS n FROM "${table_schema}"."${table_name}" WHERE ${holds}`,
      [marker],
    )
    if (hits[0]?.n !== '0') found.push(`${table_name}.${column_name}`)
  }
  return found
}
