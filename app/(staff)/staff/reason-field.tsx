import { getTranslations } from 'next-intl/server'
import { Field } from '#components/ui/field.tsx'
import { REASON_LENGTH } from '#lib/approvals/schema.ts'

/** Why an operation is asked for that a colleague decides about. */
export async function ReasonField({ hint }: { hint?: string }) {
  const t = await getTranslations('approvals.ask')
  return (
    <Field
      name="because"
      kind="textarea"
      label={t('reason')}
      hint={hint ?? t('reasonHint')}
      rows={2}
      maxLength={REASON_LENGTH.max}
    />
  )
}
