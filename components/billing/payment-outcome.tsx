import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Money } from '#components/ui/money.tsx'
import { Notice, type NoticeProps } from '#components/ui/notice.tsx'
import type { PaymentState } from '#lib/payments/schema.ts'

export interface PaymentOutcomeProps {
  payment: {
    readonly state: PaymentState
    readonly failure: string | null
    readonly amountMinor: bigint
    readonly currency: string
    /** Whether the provider could be asked just now. */
    readonly asked: boolean
  }
  /** They came back by the provider's way out. */
  left: boolean
  /** What can be done now. */
  action?: ReactNode
}

const TONE = {
  created: 'info',
  pending: 'info',
  unknown: 'warn',
  succeeded: 'good',
  failed: 'bad',
  abandoned: 'info',
} as const satisfies Record<PaymentState, NoticeProps['tone']>

/** How a payment stands for whoever just came back from the provider: what is known and what is not. */
export function PaymentOutcome({ payment, left, action }: PaymentOutcomeProps) {
  const t = useTranslations('payments.back')
  const { state, failure, asked } = payment
  const word = state === 'created' && left ? 'left' : state
  return (
    <>
      {!asked && state !== 'succeeded' ? (
        <Notice tone="warn" title={t('notAsked.title')}>
          {t('notAsked.text')}
        </Notice>
      ) : null}
      <Notice tone={TONE[state]} title={t(`states.${word}.title`)} action={action}>
        {t.rich(`states.${word}.text`, {
          amount: () => <Money minor={payment.amountMinor} currency={payment.currency} />,
          reason: t.has(`reasons.${failure}`) ? t(`reasons.${failure}`) : t('reasons.other'),
        })}
      </Notice>
    </>
  )
}
