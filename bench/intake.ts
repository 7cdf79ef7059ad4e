import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { systemGrant } from '#lib/access/index.ts'
import { makeApiKey } from '#lib/intake/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { applyLocalEnvironment } from '../scripts/local-environment.ts'
import { median } from './load.ts'
import { DATA, ownerUrl, type Portal } from './portal.ts'
import type { Figure } from './report.ts'

const BRAND = 'we-lock'
const CATEGORY = 'service_log'
const RECORDS = 10_000
const ROUNDS = 5

/** Batches of ten thousand log records through the intake API, against COPY of the same rows into a table of the same shape. */
export async function measureIntake(portal: Portal): Promise<Figure[]> {
  process.env.OPENBOOK_DATA = DATA
  applyLocalEnvironment()
  const person = await createTestPerson(BRAND)
  const { key } = await makeApiKey(systemGrant('bench', 'intake:keys', { brand: BRAND }), { name: 'bench' })
  const client = new pg.Client({ connectionString: ownerUrl(portal) })
  await client.connect()
  await client.query('DROP TABLE IF EXISTS bench_copy; CREATE TABLE bench_copy (LIKE data_record INCLUDING ALL)')
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < ROUNDS + 1; round += 1) {
    const through = await sendBatch(portal, key, person.ref, round)
    const copied = await copyBatch(client, person.id, round)
    // The first round warms both up.
    if (round > 0) {
      ratios.push(through / copied)
      rates.push(through)
    }
  }
  await client.query('DROP TABLE bench_copy')
  await client.end()
  return [
    {
      name: 'intake of records',
      ratio: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      floor: 'COPY of the same rows',
      target: 'no target named',
      met: true,
      note: `${median(rates).toFixed(0)} rows/s`,
    },
  ]
}

/** The rows of one batch in a second, by the public door. */
async function sendBatch(portal: Portal, key: string, ref: string, round: number): Promise<number> {
  const records = Array.from({ length: RECORDS }, (_, at) => ({
    id: `bench-${ref}-${round}-${at}`,
    category: CATEGORY,
    subject: { ref },
    occurredAt: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(),
    fields: FIELDS,
  }))
  const body = JSON.stringify({ records })
  const began = performance.now()
  const answer = await fetch(`${portal.url}/api/v1/intake/${BRAND}/records`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
  })
  const { counts } = (await answer.json()) as { counts?: { stored: number } }
  if (counts?.stored !== RECORDS)
    throw new Error(`intake stored ${counts?.stored ?? 0} of ${RECORDS} (${answer.status})`)
  return RECORDS / ((performance.now() - began) / 1000)
}

const FIELDS = { event: 'view', subject: 'door history' }

/** The same rows in a second, by COPY. */
async function copyBatch(client: pg.Client, subject: string, round: number): Promise<number> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT concat_ws(E'\\t', gen_random_uuid(), brand, subject_id, category, source, given_by_other, sender_id || '-copy-' || $2, '\\\\x' || encode(content_hash, 'hex'), occurred_at, received_at, fields) AS line
     FROM data_record WHERE subject_id = $1 ORDER BY received_at DESC LIMIT ${RECORDS}`,
    [subject, String(round)],
  )
  const text = `${rows.map((row) => row.line.replaceAll('\\\\x', '\\\\\\\\x')).join('\n')}\n`
  const began = performance.now()
  const stream = client.query(
    copyFrom(
      'COPY bench_copy (id, brand, subject_id, category, source, given_by_other, sender_id, content_hash, occurred_at, received_at, fields) FROM STDIN',
    ),
  )
  stream.end(text)
  await once(stream, 'finish')
  return RECORDS / ((performance.now() - began) / 1000)
}
