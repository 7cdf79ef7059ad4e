import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { HandledRequest } from '#lib/requests/index.ts'
import { acceptCorrectionAction, answerRequestAction } from '../../actions.ts'
import { AnswerChildReport } from './answer-child-report.tsx'
import { AnswerDeletion } from './answer-deletion.tsx'
import { WordsField } from './words-field.tsx'

interface AnswerProps {
  request: HandledRequest
  brand: string
  /** Staff signed in so recently that they may correct and erase. */
  recent: boolean
  hidden: Record<string, string>
}

/** What the answer carries with it: a value that changes, an erasure, or words alone. */
export function Answer({ request, brand, recent, hidden }: AnswerProps) {
  const t = useTranslations('requests.staff')
  const words = <WordsField label={t('answer.label')} hint={t('answer.hint')} rows={6} />
  const erases = request.kind === 'deletion' && request.account !== null
  if (request.valueProof === 'missing') return <Notice title={t('unproven.title')}>{t('unproven.text')}</Notice>
  if (!recent && (request.field || request.kind === 'child_report' || erases))
    return <ConfirmFirst page={`/staff/requests/${brand}/${request.id}`} />
  if (request.kind === 'child_report') return <AnswerChildReport hidden={hidden} words={words} />
  if (erases) return <AnswerDeletion brand={brand} hidden={hidden} words={words} />
  if (request.field)
    return (
      <Form action={acceptCorrectionAction} hidden={hidden} submit={t('correct.submit')}>
        <p className="max-w-prose">{t('correct.text')}</p>
        {words}
      </Form>
    )
  return (
    <Form action={answerRequestAction} hidden={hidden} submit={t('answer.submit')}>
      {words}
    </Form>
  )
}

/** Correcting and erasing need a sign-in of the last minutes; this leads there and back. */
function ConfirmFirst({ page }: { page: string }) {
  const t = useTranslations('requests.staff.confirmFirst')
  return (
    <Notice
      title={t('title')}
      action={<Button href={`/staff/confirm?next=${encodeURIComponent(page)}`}>{t('submit')}</Button>}
    >
      {t('text')}
    </Notice>
  )
}
