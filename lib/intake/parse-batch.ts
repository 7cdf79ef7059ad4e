import { isUtf8 } from 'node:buffer'
import type { z } from 'zod'
import { Refusal } from '#lib/platform/refusal.ts'
import { IntakeBatch, MOST_RECORDS } from './schema.ts'

/**
 * The batch of a request's body. Its records are not looked at yet.
 * @throws Refusal `intake.malformed`, `intake.too_many_records`
 */
export function parseBatch(body: Buffer): IntakeBatch {
  const sent = parseJson(body)
  if (typeof sent === 'object' && sent !== null && 'records' in sent && Array.isArray(sent.records))
    if (sent.records.length > MOST_RECORDS) throw new Refusal('intake.too_many_records', { limit: MOST_RECORDS })
  const parsed = IntakeBatch.safeParse(sent)
  if (!parsed.success) throw new Refusal('intake.malformed')
  return parsed.data
}

/**
 * Any other body of the API, as its schema wants it.
 * @throws Refusal `intake.malformed`
 */
export function parseBody<S extends z.ZodType>(body: Buffer, schema: S): z.output<S> {
  const parsed = schema.safeParse(parseJson(body))
  if (!parsed.success) throw new Refusal('intake.malformed')
  return parsed.data
}

function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new Refusal('intake.malformed')
  try {
    return JSON.parse(body.toString())
  } catch {
    throw new Refusal('intake.malformed')
  }
}
