import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form, type FormProps } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Link } from '../ui/link.tsx'

interface CodeEntryProps {
  title: string
  /** Where the code went; null once the ticket is used or long past. */
  sent: { channel: 'mail' | 'sms'; to: string | null } | null
  enter: FormProps['action']
  again: FormProps['action']
  hidden: Record<string, string>
  submit: string
  /** The way back to where the code was asked for. */
  restart: string
  /** What is asked together with the code. */
  children?: ReactNode
  /** What to know where no address may be shown. */
  note?: ReactNode
  /** What to do about a code that is over, where asking for another one is not all. */
  gone?: ReactNode
}

/** The page on which a code is typed. It says the same whether or not there is an account behind it. */
export function CodeEntry(props: CodeEntryProps) {
  const t = useTranslations('identity.code')
  if (!props.sent) {
    return (
      <>
        <PageHeader title={t('gone.title')} lead={props.gone ?? t('gone.text')} />
        <Button href={props.restart}>{t('gone.restart')}</Button>
      </>
    )
  }
  const { channel, to } = props.sent
  return (
    <>
      <PageHeader title={props.title} lead={to ? t(`lead.${channel}`, { to }) : t('lead.unknown')} />
      {props.note}
      <Form action={props.enter} hidden={props.hidden} submit={props.submit}>
        <Field
          name="code"
          label={t('label')}
          hint={t('hint')}
          width={8}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={20}
        />
        {props.children}
      </Form>
      <div className="mt-8 grid max-w-form justify-items-start gap-2 border-t border-line pt-4">
        <p className="text-ink-soft">{t('nothing')}</p>
        <Form inline tone="secondary" action={props.again} hidden={props.hidden} submit={t('again')} />
        <Link className="text-accent underline underline-offset-4" href={props.restart}>
          {t('restart')}
        </Link>
      </div>
    </>
  )
}
