import type { HeldRow, HeldValue } from '#lib/personal-data/index.ts'
import { csvLine } from './csv.ts'

/** Characters gathered before they go on: a chunk for each row would cost more than the row. */
const CHUNK = 65_536

const BYTE_ORDER_MARK = '\uFEFF'

/** The rows as one JSON array, row by row. */
export function jsonFile(rows: AsyncIterable<HeldRow>): AsyncGenerator<string> {
  return inChunks(
    (async function* () {
      let between = '[\n'
      for await (const row of rows) {
        yield `${between}${JSON.stringify(jsonRow(row))}`
        between = ',\n'
      }
      yield between === '[\n' ? '[]\n' : '\n]\n'
    })(),
  )
}

/**
 * The same rows as CSV with a header: id, time, and the manifest's fields by their keys. It begins with the marker by which
 * spreadsheets know UTF-8; without it names and places in Chinese or French are shown as other signs.
 */
export function csvFile(fields: readonly string[], rows: AsyncIterable<HeldRow>): AsyncGenerator<string> {
  return inChunks(
    (async function* () {
      yield `${BYTE_ORDER_MARK}${csvLine(['record_id', 'record_time', ...fields, 'given_by_other'])}`
      for await (const row of rows) {
        const values = fields.map((key) => row.values[key] ?? null)
        yield csvLine([row.id, row.at, ...values, row.givenByOther ?? false])
      }
    })(),
  )
}

/** A row as it stands in a file of JSON. */
export function jsonRow(row: HeldRow) {
  const values = Object.entries(row.values).map(([key, value]) => [key, jsonValue(value)])
  return {
    record_id: row.id,
    record_time: row.at.toISOString(),
    ...(row.givenByOther ? { given_by_other: true } : {}),
    values: Object.fromEntries(values),
  }
}

/** Large integers as text, because many readers of JSON would round them. */
function jsonValue(value: HeldValue) {
  if (typeof value !== 'bigint') return value
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : String(value)
}

/** The same text in larger parts. */
export async function* inChunks(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let gathered = ''
  for await (const part of parts) {
    gathered += part
    if (gathered.length < CHUNK) continue
    yield gathered
    gathered = ''
  }
  if (gathered) yield gathered
}
