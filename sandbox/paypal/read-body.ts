import type { Exchange } from '../wire/exchange.ts'
import { malformed, PayPalError } from './paypal-error.ts'

export type Json = Record<string, unknown>

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An empty body is an empty object, as with a capture of the whole. */
export function readBody(exchange: Exchange): Json {
  if (exchange.raw.length === 0) return {}
  if (!(exchange.headers['content-type'] ?? '').startsWith('application/json')) throw new PayPalError(415)
  try {
    const value: unknown = JSON.parse(exchange.raw.toString('utf8'))
    if (value === null) return {}
    if (isJson(value)) return value
  } catch {
    // Falls through to the same refusal as a body that is no object.
  }
  throw new PayPalError(400, [{ issue: 'MALFORMED_REQUEST_JSON', description: 'The request JSON is not well formed.' }])
}

export function textOf(body: Json, name: string, at: string, max: number): string | null {
  const value = body[name]
  if (value === undefined || value === null) return null
  if (typeof value !== 'string' || value.length < 1) {
    throw malformed('INVALID_PARAMETER_SYNTAX', 'The value of a field does not conform to the expected format.', at)
  }
  if (value.length > max) {
    throw malformed('INVALID_STRING_LENGTH', 'The value of a field is either too short or too long.', at, value)
  }
  return value
}

export function objectOf(body: Json, name: string): Json {
  const value = body[name]
  return isJson(value) ? value : {}
}
