import type { Category, CategoryField } from '#lib/brands/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { RecordValue } from '#lib/records/index.ts'
import { formatDecimal, parseDecimal } from './readers/exact-quantity.ts'

const FINEST = 1e-20

/** Checked fields in the one form in which they are kept and compared, so that the same content is the same bytes. */
export function normaliseFields(
  category: Category,
  fields: Readonly<Record<string, unknown>>,
): Record<string, RecordValue> {
  const values: Record<string, RecordValue> = {}
  for (const field of category.fields) {
    const value = normalised(field, fields[field.key])
    if (value !== null) values[field.key] = value
  }
  return values
}

function normalised(field: CategoryField, value: unknown): RecordValue | null {
  if (Array.isArray(value)) return value.map(String)
  if (field.type === 'decimal' && (typeof value === 'number' || typeof value === 'string')) return exact(field, value)
  if (field.type === 'datetime' && typeof value === 'string') return new Date(value).toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

function exact(field: CategoryField, value: number | string): string {
  // Finer than any decimal that may be written as text, down to what a binary fraction can just hold, is nothing.
  const decimal = parseDecimal(typeof value === 'number' && Math.abs(value) < FINEST ? '0' : String(value))
  if (!decimal) throw new Refusal('intake.field_wrong', { field: field.key, expected: 'decimal', limit: 0 })
  return formatDecimal(decimal)
}
