import { useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Form, type FormProps } from '#components/ui/form.tsx'
import { Section } from '#components/ui/section.tsx'
import { REQUEST_TEXT_LENGTH, type RequestView } from '#lib/requests/schema.ts'

export interface FollowRequestProps {
  request: RequestView
  write: FormProps['action']
  withdraw: FormProps['action']
  /** Which request: by its id, or by the secret of its address. */
  hidden: Record<string, string>
}

/** What whoever asked can do while the request is open: reply or add something, and take it back. */
export function FollowRequest({ request, write, withdraw, hidden }: FollowRequestProps) {
  const t = useTranslations('requests.follow')
  return (
    <Section title={t(request.state === 'waiting' ? 'reply' : 'add')}>
      <Form
        action={write}
        hidden={hidden}
        submit={t('send')}
        // Before that the one thing to do is to confirm.
        tone={request.state === 'identity_asked' ? 'secondary' : 'primary'}
      >
        <Field name="text" kind="textarea" label={t('text')} maxLength={REQUEST_TEXT_LENGTH} rows={4} />
      </Form>
      <div className="mt-6">
        <Form
          folded={t('withdraw')}
          action={withdraw}
          hidden={hidden}
          submit={t('withdrawSubmit')}
          tone="danger"
          inline
        >
          <p className="max-w-prose">{t('withdrawText')}</p>
        </Form>
      </div>
    </Section>
  )
}
