import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/section.tsx'
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/uploads/schema.ts'
import type { FormState } from '#lib/web/form-state.ts'

export interface UploadFormProps {
  brand: string
  action: (state: FormState, data: FormData) => Promise<FormState>
  /** Whether the brand has a field for the place in a photo, so that it may stay. */
  placeMayStay: boolean
}

/** Hands over a photo; what the camera wrote into it goes unless its person says otherwise. */
export function UploadForm({ brand, action, placeMayStay }: UploadFormProps) {
  const t = useTranslations('inventory.uploads')
  return (
    <Section title={t('add.title')} lead={t(placeMayStay ? 'add.leadPlace' : 'add.lead')}>
      <Form action={action} hidden={{ brand }} submit={t('add.submit')}>
        <Field
          name="file"
          kind="file"
          label={t('add.file')}
          hint={t('add.hint', { megabytes: MOST_PICTURE_BYTES / 1024 / 1024 })}
          accept={PICTURE_TYPES.join(',')}
        />
        {placeMayStay ? (
          <Field name="keepPlace" kind="checkbox" label={t('add.keepPlace')} hint={t('add.keepPlaceHint')} />
        ) : null}
      </Form>
    </Section>
  )
}
