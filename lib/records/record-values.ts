import type { Category, CategoryField } from '#lib/brands/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import type { HeldValue } from '#lib/personal-data/index.ts'
import { seal, unseal } from '#lib/platform/crypto/index.ts'
import type { RecordValue } from './schema.ts'

type Values = Readonly<Record<string, RecordValue>>

export function declaredCategory(brand: string, key: string): Category {
  const category = getManifest(brand).categories.find((entry) => entry.key === key)
  if (!category) throw new Error(`${brand} declares no category "${key}"`)
  return category
}

/** The values in the manifest's order, the sensitive ones apart; what is not declared is left out. */
export function splitValues(category: Category, values: Values): { plain: Values; sensitive: Values | null } {
  const plain: Record<string, RecordValue> = {}
  const sensitive: Record<string, RecordValue> = {}
  for (const field of category.fields) {
    const value = values[field.key]
    if (value !== undefined) (field.sensitive ? sensitive : plain)[field.key] = value
  }
  return { plain, sensitive: Object.keys(sensitive).length > 0 ? sensitive : null }
}

// Bound to its row, so that a sealed value cannot be moved under another person's name.
const context = (id: string) => `data_record ${id}`

export function sealValues(id: string, values: Values): Buffer {
  return seal(JSON.stringify(values), context(id))
}

export function unsealValues(id: string, sealed: Uint8Array): Record<string, unknown> {
  return asObject(JSON.parse(unseal(sealed, context(id))))
}

/** A row's values as the person sees them: every declared field, null where there is none or it stays masked; `between` the items of a list. */
export function shownValues(
  category: Category,
  stored: Record<string, unknown>,
  between = '; ',
): Record<string, HeldValue> {
  return Object.fromEntries(category.fields.map((field) => [field.key, shownValue(field, stored[field.key], between)]))
}

function shownValue(field: CategoryField, value: unknown, between: string): HeldValue {
  if (Array.isArray(value)) return value.join(between)
  if (typeof value === 'string') return field.type === 'datetime' ? new Date(value) : value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return null
}

export function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

/** Values as they are stored, of what was read from a row and corrected; what is null is not stored. */
export function storedValues(mixed: Record<string, unknown>): Record<string, RecordValue> {
  return Object.fromEntries(
    Object.entries(mixed).flatMap(([key, value]) => (isStored(value) ? [[key, value] as const] : [])),
  )
}

function isStored(value: unknown): value is RecordValue {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string')
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
