import { z } from 'zod'
import type { Category, CategoryField } from '#lib/brands/index.ts'
import { isStorable } from './schema.ts'

const MOST_ITEMS = 200
/** `M-4107`: neither a name, an address nor a telephone number can be written so. */
const CODE = /^[A-Z]{1,4}-\d{1,12}$/
const MOST = 1e20
const DECIMAL = /^-?\d{1,20}(\.\d{1,20})?$/

type FieldType = CategoryField['type']

const BY_TYPE: Record<FieldType, (field: CategoryField) => z.ZodType> = {
  text: (field) => text(field),
  code: () => z.string().regex(CODE),
  integer: () => z.int(),
  decimal: () => z.union([z.string().regex(DECIMAL), z.number().min(-MOST).max(MOST)]),
  boolean: () => z.boolean(),
  datetime: () => z.iso.datetime({ offset: true }),
  day: () => z.iso.date(),
  period: () => z.string().regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/),
  ip: () => z.union([z.ipv4(), z.ipv6()]),
  enum: (field) => z.enum(field.values ?? []),
  list: (field) => z.array(text(field)).max(MOST_ITEMS),
}

function text(field: CategoryField) {
  const any = z.string().max(field.maxLength).refine(isStorable)
  return field.required ? any.min(1) : any
}

/**
 * Exactly the fields that a category declares, with their types and lengths: what the manifest does not name is
 * refused (WEA-03). An optional field may be left out or null, which is the same.
 */
export function fieldsSchema(category: Category) {
  const sent = category.fields.filter((field) => !field.derived)
  const shape = sent.map((field) => {
    const value = BY_TYPE[field.type](field).meta({ title: field.label.en })
    return [field.key, field.required ? value : value.nullish()] as const
  })
  return z.strictObject(Object.fromEntries(shape))
}
