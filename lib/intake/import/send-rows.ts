import type { Grant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { sentences } from '../answer.ts'
import { checkRecord } from '../check-record.ts'
import { type Outcome, refused } from '../outcome.ts'
import { BAD_ROW_REASONS } from '../readers/row-problems.ts'
import { receiveRecords } from '../receive-records.ts'
import { MOST_RECORDS } from '../schema.ts'
import type { ImportReport, ImportRequest, Problem } from './import-request.ts'
import type { ImportRow, MeterRow, SessionRow } from './import-row.ts'
import type { MetersOfImport } from './meters-of-import.ts'
import { openAccounts } from './open-accounts.ts'

/** Where the rows of a file go. */
export interface Destination {
  readonly grant: Grant<'intake:write'>
  readonly request: ImportRequest
  readonly meters: MetersOfImport
  readonly category: string
}

type GoodRow = MeterRow | SessionRow
type Counts = { -readonly [K in keyof Omit<ImportReport, 'sourceTotals'>]: ImportReport[K] }

/** Sends the rows through the intake, ten thousand at a time, and counts what became of them. */
export async function sendRows(
  to: Destination,
  rows: AsyncIterable<ImportRow>,
): Promise<Omit<ImportReport, 'sourceTotals'>> {
  const counts: Counts = { rows: 0, stored: 0, duplicate: 0, refused: 0, brokenOff: null }
  let waiting: GoodRow[] = []
  const send = async () => {
    await sendBatch(to, waiting, counts)
    waiting = []
    to.request.onProgress?.(counts.rows)
  }
  for await (const row of rows) {
    if ('ok' in row) {
      const { line, code, reason, raw } = row
      if (row.fatal) counts.brokenOff = { line, code, reason, raw }
      else await tell(to, counts, { line, code, reason, raw })
    } else if (waiting.push(row) >= MOST_RECORDS) await send()
  }
  if (waiting.length > 0) await send()
  return counts
}

async function tell(to: Destination, counts: Counts, problem: Problem) {
  counts.rows += 1
  counts.refused += 1
  await to.request.onProblem?.(problem)
}

async function sendBatch(to: Destination, rows: readonly GoodRow[], counts: Counts) {
  if (!to.request.dryRun) await prepare(to, rows)
  const sound: { row: GoodRow; record: unknown }[] = []
  for (const row of rows) {
    const record = recordOf(to, row)
    if (record) sound.push({ row, record })
    else await tell(to, counts, unitProblem(row))
  }
  const outcomes = await receive(
    to,
    sound.map(({ record }) => record),
  )
  const sentence = sentences(to.grant.brand, 'en')
  for (const [at, outcome] of outcomes.entries()) {
    const row = sound[at]?.row
    if (!row) continue
    if (outcome.status === 'refused') {
      const reason = sentence(outcome.reason, outcome.details)
      await tell(to, counts, { line: row.line, code: outcome.reason, reason, raw: row.id })
      continue
    }
    counts.rows += 1
    counts[outcome.status] += 1
  }
}

/** Makes what the rows of a batch belong to, where it is not there. */
async function prepare({ grant, request, meters }: Destination, rows: readonly GoodRow[]) {
  await meters.ensure(rows.flatMap((row) => ('meter' in row ? row.meter : [])))
  const refs = new Set(rows.flatMap((row) => ('ref' in row ? row.ref : [])))
  if (request.eachUser && refs.size > 0) await openAccounts(grant, [...refs])
}

async function receive({ grant, request }: Destination, records: readonly unknown[]): Promise<Outcome[]> {
  if (records.length === 0) return []
  if (!request.dryRun) return receiveRecords(grant, { records: [...records] })
  const manifest = getManifest(grant.brand)
  return records.map((record, at) => {
    try {
      checkRecord(manifest, at, record)
      return { status: 'stored' }
    } catch (fault) {
      if (fault instanceof Refusal) return refused(fault)
      throw fault
    }
  })
}

/** The record as a sender would write it; null where the meter measures something else. */
function recordOf({ meters, category, request }: Destination, row: GoodRow): object | null {
  const occurredAt = row.start.toISOString()
  if ('ref' in row) return { id: row.id, category, subject: { ref: row.ref }, occurredAt, fields: row.fields }
  const { id, meter, end, quality, quantity } = row
  // A trial run makes no meters, so it has no units to convert to.
  const measured = request.dryRun ? { quantity } : meters.inUnitOf(row)
  if (!measured) return null
  const fields = {
    started_at: occurredAt,
    ended_at: end.toISOString(),
    ...Object.fromEntries(Object.entries(measured).map(([key, value]) => [key, Number(value)])),
    ...(quality === undefined ? {} : { quality }),
  }
  return { id, category, subject: { meter: meter.serial }, occurredAt, fields }
}

function unitProblem(row: GoodRow): Problem {
  const { unit, utility } = 'meter' in row ? row.meter : { unit: '', utility: '' }
  const reason = BAD_ROW_REASONS.unit_mismatch.replace('{unit}', unit).replace('{utility}', utility)
  return { line: row.line, code: 'unit_mismatch', reason, raw: row.id }
}
