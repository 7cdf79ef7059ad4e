import { useTranslations } from 'next-intl'
import { Card } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import type { FormState } from '#lib/web/form-state.ts'
import { thingsSent } from './sent-fields.ts'

export interface PayMethodProps {
  method: string
  /** Everyone who hears of the payment, with the fields they get. */
  recipients: readonly { readonly key: string; readonly name: string; readonly sends: readonly string[] }[]
  action: (state: FormState, data: FormData) => Promise<FormState>
  hidden: Record<string, string>
  primary: boolean
  /** Where the means can be kept for later bills: what stands beside the box, and its digest. */
  keep?: { readonly name: string; readonly notice: string; readonly consequence: string; readonly shown: string }
}

/** One way to pay, with what each who is concerned in it gets to know, said before the click. */
export function PayMethod({ method, recipients, action, hidden, primary, keep }: PayMethodProps) {
  const t = useTranslations('payments')
  // Below a line, so that the buttons of several ways stand beside each other.
  const pay = (
    <div className="w-full py-1">
      <Form
        action={action}
        hidden={{ ...hidden, ...(keep ? { keepShown: keep.shown } : {}) }}
        submit={t(`payBy.${method}`)}
        pending={t('opening')}
        tone={primary ? 'primary' : 'secondary'}
        wide
      >
        {keep ? (
          <Field
            name="keepCard"
            kind="checkbox"
            label={keep.name}
            hint={
              <>
                {keep.notice} {keep.consequence}
              </>
            }
            optional
          />
        ) : null}
      </Form>
    </div>
  )
  return (
    <Card title={t(`methods.${method}`)} level={3} footer={pay}>
      <p className="text-ink-soft">{t(`about.${method}`)}</p>
      {recipients.map(({ key, name, sends }, index) => (
        <p key={key} className="mt-3 text-sm text-ink-soft">
          {index === 0
            ? t('gets', { name, things: wordsFor(sends) })
            : t('getsThrough', { name, through: recipients[0]?.name ?? '', things: wordsFor(sends) })}
        </p>
      ))}
    </Card>
  )

  function wordsFor(sends: readonly string[]): string {
    const { things, unnamed } = thingsSent(sends)
    return [...things.map((thing) => t(`sent.${thing}`)), ...unnamed].join(t('comma'))
  }
}
