import type { Category, CategoryField } from '#lib/brands/index.ts'

const EXAMPLES: Record<CategoryField['type'], (field: CategoryField) => unknown> = {
  text: ({ label, maxLength }) => label.en.slice(0, maxLength),
  code: () => 'M-4107',
  integer: () => 1250,
  decimal: () => '12.5',
  boolean: () => true,
  datetime: ({ key }) => (key === 'ended_at' ? '2026-03-29T02:00:00+00:00' : '2026-03-29T01:00:00+00:00'),
  day: () => '2026-03-29',
  period: () => '2026-03-01/2026-03-31',
  ip: () => '192.0.2.7',
  enum: ({ values }) => values?.[0] ?? '',
  list: ({ label }) => [label.en],
}

// Values that the rooms behind intake look at more closely than their type says.
const KNOWN: Readonly<Record<string, unknown>> = { currency: 'EUR', kind: 'phone', quality: 'actual' }

/** A record as a sender would write it, with every field that the category declares. */
export function exampleRecord(category: Category): object {
  const sent = category.fields.filter((field) => !field.derived)
  const fields = sent.map((field) => [field.key, KNOWN[field.key] ?? EXAMPLES[field.type](field)])
  return {
    id: `${category.key}-000001`,
    category: category.key,
    subject: category.shape === 'reading' ? { meter: 'E-4711-0815' } : { ref: 'AB-2345678901' },
    occurredAt: '2026-03-29T01:00:00+00:00',
    fields: Object.fromEntries(fields),
  }
}
