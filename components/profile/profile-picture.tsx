import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Section } from '#components/ui/section.tsx'
import { MOST_PICTURE_BYTES, PICTURE_TYPES } from '#lib/uploads/schema.ts'
import type { FormState } from '#lib/web/form-state.ts'

type Action = (state: FormState, data: FormData) => Promise<FormState>

export interface ProfilePictureProps {
  brand: string
  /** Null where there is none. */
  upload: string | null
  /** To what giving one is consent. */
  note: ReactNode
  change: Action
  remove: Action
}

/** The picture of the profile: seen, changed, taken away; never needed. */
export function ProfilePicture({ brand, upload, note, change, remove }: ProfilePictureProps) {
  const t = useTranslations('profile.picture')
  return (
    <Section title={t('title')} lead={t('lead')}>
      {upload ? (
        <div className="mb-6 flex flex-wrap items-center gap-4">
          <img
            src={`/api/${brand}/uploads/${upload}?size=small`}
            alt={t('alt')}
            width={96}
            height={96}
            className="size-24 rounded-full object-cover"
          />
          <Form inline tone="secondary" action={remove} hidden={{ brand, upload }} submit={t('remove')} />
        </div>
      ) : null}
      {note}
      <Form action={change} hidden={{ brand }} tone="secondary" submit={t('save')}>
        <Field
          name="file"
          kind="file"
          label={t('file')}
          hint={t('hint', { megabytes: MOST_PICTURE_BYTES / 1024 / 1024 })}
          accept={PICTURE_TYPES.join(',')}
        />
      </Form>
    </Section>
  )
}
