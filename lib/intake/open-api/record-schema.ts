import { z } from 'zod'
import type { Category } from '#lib/brands/index.ts'
import { fieldsSchema } from '../fields-schema.ts'
import { IntakeRecord } from '../schema.ts'

/** A schema as it stands in the document. */
export type JsonSchema = Readonly<Record<string, unknown>>

/** A record of one category: the same schemas by which intake checks it. */
export function recordSchema(category: Category): JsonSchema {
  const { subject } = IntakeRecord.shape
  const schema = z.strictObject({
    ...IntakeRecord.shape,
    category: z.literal(category.key),
    // Only a meter has readings.
    subject: category.shape === 'reading' ? subject.options[1] : subject,
    fields: fieldsSchema(category),
  })
  return {
    ...jsonSchema(schema),
    title: category.name.en,
    description: category.needsConsent
      ? `${category.description.en} Stored only while the person's consent to "${category.needsConsent}" is in force.`
      : category.description.en,
  }
}

/** Zod as JSON Schema of the dialect that OpenAPI 3.1 uses: what may be sent, before anything is normalised. */
export function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' })
  return rest
}
