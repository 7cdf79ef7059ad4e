import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { ReasonField } from '../../../reason-field.tsx'
import {
  answerRequestAction,
  askChildErasureAction,
  deactivateChildAccountAction,
  reactivateAccountAction,
} from '../../actions.ts'

interface AnswerChildReportProps {
  hidden: Record<string, string>
  /** The field of the answer. */
  words: ReactNode
}

/** The account of a child: stopped at once, and erased on that ground (WEA-15, ENB-15). */
export function AnswerChildReport({ hidden, words }: AnswerChildReportProps) {
  const t = useTranslations('requests.staff.child')
  const account = (
    <Field name="account" label={t('account')} hint={t('accountHint')} maxLength={254} autoComplete="off" />
  )
  return (
    <div className="grid gap-8">
      <Form action={deactivateChildAccountAction} hidden={hidden} submit={t('deactivate')} tone="secondary">
        {account}
      </Form>
      <Form action={askChildErasureAction} hidden={hidden} submit={t('erase')} tone="danger">
        {account}
        {words}
        <ReasonField />
      </Form>
      <Form
        folded={t('reopen')}
        action={reactivateAccountAction}
        hidden={hidden}
        submit={t('reactivate')}
        tone="secondary"
      >
        {account}
      </Form>
      <Form folded={t('without')} action={answerRequestAction} hidden={hidden} submit={t('answer')} tone="secondary">
        {words}
      </Form>
    </div>
  )
}
