import { type Grant, inScope, subjectOf } from '#lib/access/index.ts'
import { audit } from '#lib/audit/index.ts'
import type { Category, CategoryField } from '#lib/brands/index.ts'
import type { Correction, HeldRow } from '#lib/personal-data/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { plainText } from '#lib/platform/plain-text.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import { recordCorrected, recordRevealed } from './events.ts'
import { findCategory } from './find-category.ts'
import { type CorrectRecord, LIST_ITEMS, VALUE_PREFIX } from './schema.ts'

/**
 * Corrects fields of one record by the hand of its person, as far as the manifest lets them (ECH-08, WBP-15). It is
 * marked as theirs from then on; what was there before is not kept. An empty value takes the old one away.
 * @throws Refusal `inventory.not_editable` for a field that only a request corrects, `inventory.value_missing`,
 *   `inventory.value_long`, `inventory.value_wrong`, `inventory.not_found`
 */
export async function correctRecord(grant: Grant<'inventory:correct'>, input: CorrectRecord): Promise<void> {
  const { category, holding } = findCategory(grant.brand, input.category)
  const values = Object.fromEntries(
    Object.entries(input.typed).map(([key, typed]) => [key, typedValue(editableField(category, key), typed)]),
  )
  const of = { brand: grant.brand, subject: subjectOf(grant), category: input.category }
  await inScope(grant, async (tx) => {
    if (!(await holding.correct?.(tx, of, input.record, { values, at: clock.now() })))
      throw new Refusal('inventory.not_found')
    await audit.record(tx, grant, recordCorrected(input.category, input.record, Object.keys(values)))
  })
}

/**
 * One record with the values of its fields, for the form in which it is corrected. Where sensitive ones are among them,
 * that they were shown is recorded.
 * @throws Refusal `inventory.not_found`, the same for a category of which nothing can be edited
 */
export async function readCorrectable(
  grant: Grant<'inventory:reveal'>,
  key: string,
  id: string,
): Promise<{ category: Category; row: HeldRow }> {
  const { category, holding } = findCategory(grant.brand, key)
  const of = { brand: grant.brand, subject: subjectOf(grant), category: key }
  return inScope(grant, async (tx) => {
    const row = category.fields.some(({ editable }) => editable) ? await holding.read?.(tx, of, id) : null
    if (!row) throw new Refusal('inventory.not_found')
    if (category.fields.some(({ key, sensitive }) => sensitive && row.values[key] != null))
      await audit.record(tx, grant, recordRevealed(key, id))
    return { category, row }
  })
}

function editableField({ fields }: Category, key: string): CategoryField {
  const field = fields.find((candidate) => candidate.key === key)
  if (!field?.editable) throw new Refusal('inventory.not_editable')
  return field
}

function typedValue(field: CategoryField, typed: string): Correction['values'][string] {
  const name = { field: VALUE_PREFIX + field.key }
  // A database text holds no NUL, whoever sends one.
  if (typed.includes('\0')) throw new Refusal('inventory.value_wrong', name)
  const text = plainText(typed)
  if (text === '') {
    if (field.required) throw new Refusal('inventory.value_missing', name)
    return null
  }
  const long = () => new Refusal('inventory.value_long', { ...name, most: field.maxLength })
  if (field.type === 'list') {
    const items = text.split(/\r?\n/).flatMap((line) => line.trim() || [])
    if (items.length > LIST_ITEMS || items.some((item) => item.length > field.maxLength)) throw long()
    return items
  }
  if (text.length > field.maxLength) throw long()
  if (field.type === 'enum' && !field.values?.includes(text)) throw new Refusal('inventory.value_wrong', name)
  return text
}
