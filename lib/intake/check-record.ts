import type { z } from 'zod'
import type { Category, Manifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { RecordValue } from '#lib/records/index.ts'
import { fieldsSchema } from './fields-schema.ts'
import { normaliseFields } from './normalise-fields.ts'
import { promiseAgainst, undeclared } from './refused-fields.ts'
import { IntakeRecord, type Subject } from './schema.ts'

/** A record that says nothing the manifest does not allow; whose it is, nobody has looked up yet. */
export interface CheckedRecord {
  /** Its place in the batch. */
  readonly at: number
  readonly id: string
  readonly category: Category
  readonly subject: Subject
  readonly occurredAt: Date
  readonly device: string | null
  readonly givenByOther: boolean
  readonly values: Readonly<Record<string, RecordValue>>
}

const EARLIEST = Date.UTC(1990, 0, 1)
// The clocks of phones and meters run ahead at times.
const AHEAD_MINUTES = 24 * 60

/**
 * Checks one record against the manifest, without the database.
 * @throws Refusal `intake.record_malformed`, `intake.category_unknown`, `intake.category_closed`,
 *   `intake.undeclared_fields` (WEA-03), `intake.stays_on_device` (ECH-04), `intake.field_missing`,
 *   `intake.field_wrong`, `intake.time_implausible`
 */
export function checkRecord(manifest: Manifest, at: number, sent: unknown): CheckedRecord {
  const parsed = IntakeRecord.safeParse(sent)
  if (!parsed.success) throw malformed(manifest, parsed.error.issues)
  const { id, subject, device = null } = parsed.data
  const category = categoryFor(manifest, parsed.data.category)
  // Where all of a category is said by others, nobody need say it of each record (WEA-09).
  const givenByOther = parsed.data.givenByOther === true || category.source === 'other_user'
  const fields = schemaOf(category).safeParse(parsed.data.fields)
  if (!fields.success) throw fieldRefusal(manifest, { category, sent: parsed.data.fields }, fields.error.issues)
  const occurredAt = new Date(parsed.data.occurredAt)
  const values = normaliseFields(category, fields.data)
  checkTimes(category, { occurredAt, values })
  return { at, id, category, subject, occurredAt, device, givenByOther, values }
}

function checkTimes(category: Category, record: Pick<CheckedRecord, 'occurredAt' | 'values'>) {
  const written = category.fields.flatMap(({ key, type }) => {
    const value = record.values[key]
    return type === 'datetime' && typeof value === 'string' ? [{ field: key, time: new Date(value) }] : []
  })
  const latest = clock.inMinutes(AHEAD_MINUTES)
  for (const { field, time } of [{ field: 'occurredAt', time: record.occurredAt }, ...written])
    if (time.getTime() < EARLIEST || time > latest) throw new Refusal('intake.time_implausible', { field })
}

/** Categories that the intake of a brand accepts. */
export function openCategories(manifest: Manifest): Category[] {
  return manifest.categories.filter((category) => category.intake)
}

function categoryFor(manifest: Manifest, key: string): Category {
  const category = manifest.categories.find((entry) => entry.key === key)
  if (category?.intake) return category
  if (category) throw new Refusal('intake.category_closed', { category: key })
  if (promiseAgainst(manifest, key)) throw undeclared(manifest, [key])
  throw new Refusal('intake.category_unknown', { category: key.replaceAll(/[^\w-]/g, '?') })
}

// Manifests never change while the process runs; building a schema takes longer than using it.
const schemas = new WeakMap<Category, ReturnType<typeof fieldsSchema>>()

function schemaOf(category: Category) {
  const known = schemas.get(category)
  if (known) return known
  const built = fieldsSchema(category)
  schemas.set(category, built)
  return built
}

type Issues = readonly z.core.$ZodIssue[]

const unknownKeys = (issues: Issues) =>
  issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))

function malformed(manifest: Manifest, issues: Issues): Refusal {
  const outside = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  )
  if (outside.length > 0) return undeclared(manifest, outside)
  return new Refusal('intake.record_malformed', { path: issues[0]?.path.join('.') || '-' })
}

function fieldRefusal(
  manifest: Manifest,
  { category, sent }: { category: Category; sent: Readonly<Record<string, unknown>> },
  issues: Issues,
): Refusal {
  const unknown = unknownKeys(issues)
  if (unknown.length > 0) return undeclared(manifest, unknown)
  const key = String(issues[0]?.path[0] ?? '')
  const field = category.fields.find((entry) => entry.key === key)
  if ((sent[key] ?? '') === '') return new Refusal('intake.field_missing', { field: key })
  return new Refusal('intake.field_wrong', {
    field: key,
    expected: field?.type ?? 'text',
    limit: field?.maxLength ?? 0,
  })
}
