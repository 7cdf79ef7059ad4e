import { Field } from '#components/ui/field.tsx'
import { REQUEST_TEXT_LENGTH } from '#lib/requests/schema.ts'

interface WordsFieldProps {
  label: string
  hint: string
  rows?: number
}

/** The words of a step, which its person reads. */
export function WordsField({ label, hint, rows = 4 }: WordsFieldProps) {
  return <Field name="text" kind="textarea" label={label} hint={hint} rows={rows} maxLength={REQUEST_TEXT_LENGTH} />
}
