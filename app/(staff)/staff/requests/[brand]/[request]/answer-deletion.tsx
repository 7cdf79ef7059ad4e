import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { erasableCategories } from '#lib/retention/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { ReasonField } from '../../../reason-field.tsx'
import { answerRequestAction, askDeletionAction } from '../../actions.ts'

interface AnswerDeletionProps {
  brand: string
  hidden: Record<string, string>
  /** The field of the answer. */
  words: ReactNode
}

/** Asks a colleague to let a category or the whole account be erased with the answer; or answers and erases nothing. */
export async function AnswerDeletion({ brand, hidden, words }: AnswerDeletionProps) {
  const [t, locale] = await Promise.all([getTranslations('requests.staff'), requestLocale()])
  const parts = erasableCategories(brand).map(({ key, name }) => ({ value: key, label: name[locale] }))
  return (
    <div className="grid gap-6">
      <Form action={askDeletionAction} hidden={hidden} submit={t('erase.submit')} tone="danger">
        <Field
          name="part"
          kind="radio"
          label={t('erase.part')}
          hint={t('erase.hint')}
          options={[...parts, { value: 'account', label: t('erase.account') }]}
        />
        {words}
        <ReasonField />
      </Form>
      <Form
        folded={t('erase.without')}
        action={answerRequestAction}
        hidden={hidden}
        submit={t('answer.submit')}
        tone="secondary"
      >
        {words}
      </Form>
    </div>
  )
}
