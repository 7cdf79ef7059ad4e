import { z } from 'zod'

/** The most records of one batch, and the most bytes of its body. */
export const MOST_RECORDS = 10_000
export const MOST_BYTES = 16 * 1024 * 1024

/** What Postgres cannot keep as text: the zero character and halves of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)

const Identifier = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u)

export const Subject = z
  .union([
    z.strictObject({ ref: Identifier }),
    z.strictObject({ meter: Identifier }),
    z.strictObject({ device: Identifier }),
  ])
  .meta({
    description:
      'Whose record it is: by the account’s reference, by the serial number of their meter, or of a device bound to them.',
  })
export type Subject = z.output<typeof Subject>

/** A record before its fields are checked against what its category declares. */
export const IntakeRecord = z.strictObject({
  id: Identifier.meta({ description: 'The sender’s own id. The same id and content again is a duplicate.' }),
  category: z.string().min(1).max(60),
  subject: Subject,
  occurredAt: z.iso.datetime({ offset: true }).meta({ description: 'When it happened, with a UTC offset.' }),
  device: Identifier.optional().meta({ description: 'Serial number of the person’s device that it came from.' }),
  givenByOther: z.boolean().optional().meta({ description: 'True where another person gave it.' }),
  fields: z.custom<Readonly<Record<string, unknown>>>(isObject),
})
export type IntakeRecord = z.output<typeof IntakeRecord>

/** Each record is checked for itself, so that a bad one costs only itself. */
export const IntakeBatch = z.strictObject({ records: z.array(z.unknown()).min(1).max(MOST_RECORDS) })
export type IntakeBatch = z.output<typeof IntakeBatch>

export const IntakeResult = z.strictObject({
  id: z.string().nullable().meta({ description: 'The id that was sent; null where it could not be read.' }),
  status: z.enum(['stored', 'duplicate', 'refused']),
  reason: z.string().optional().meta({ description: 'The code of a refusal, such as intake.undeclared_fields.' }),
  detail: z.string().optional().meta({ description: 'The same as a sentence, in the language asked for.' }),
})
export type IntakeResult = z.output<typeof IntakeResult>

export const IntakeAnswer = z.strictObject({
  results: z.array(IntakeResult).meta({ description: 'One for each record, in the order in which they were sent.' }),
  counts: z.strictObject({ stored: z.int(), duplicate: z.int(), refused: z.int() }),
})
export type IntakeAnswer = z.output<typeof IntakeAnswer>
