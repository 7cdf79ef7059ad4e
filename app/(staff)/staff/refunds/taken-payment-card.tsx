import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Money } from '#components/ui/money.tsx'
import type { TakenPayment } from '#lib/payments/index.ts'
import { REFUND_REASONS, REFUND_SOURCES } from '#lib/payments/schema.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { ReasonField } from '../reason-field.tsx'
import { askRefundAction } from './actions.ts'

interface TakenPaymentCardProps {
  brand: string
  zone: string
  payment: TakenPayment
}

/** One payment: what was taken, what went back, and how more can. */
export async function TakenPaymentCard({ brand, zone, payment }: TakenPaymentCardProps) {
  const [t, words] = await Promise.all([getTranslations('payments.staff'), getTranslations('payments')])
  const { currency, refundableMinor } = payment
  return (
    <Card
      title={t('payment', { method: words(`methods.${payment.method}`) })}
      aside={<DateTime at={payment.at} zone={zone} show="datetime" />}
    >
      <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-ink-soft">{t('taken')}</dt>
        <dd>
          <Money minor={payment.capturedMinor} currency={currency} />
        </dd>
        {payment.refunds.map((refund) => (
          <div key={refund.id} className="contents">
            <dt className="text-ink-soft">{t(`refund.${refund.state}`)}</dt>
            <dd>
              <Money minor={refund.amountMinor} currency={currency} />
              {' · '}
              <DateTime at={refund.at} zone={zone} />
              {' · '}
              {t(`sources.${refund.source}`)}
            </dd>
          </div>
        ))}
        {payment.disputes.map(({ state, amountMinor }) => (
          <div key={state} className="contents">
            <dt className="text-ink-soft">{t(`dispute.${state}`)}</dt>
            <dd>
              <Money minor={amountMinor} currency={currency} />
            </dd>
          </div>
        ))}
        <dt className="text-ink-soft">{t('left')}</dt>
        <dd>
          <Money minor={refundableMinor} currency={currency} />
        </dd>
      </dl>
      {refundableMinor > 0n ? (
        <div className="mt-4">
          <Form folded={t('ask')} action={askRefundAction} hidden={{ brand, payment: payment.id }} submit={t('submit')}>
            <Field
              name="amount"
              label={t('amount', { currency })}
              defaultValue={toDecimalText(refundableMinor, currency)}
              inputMode="decimal"
              width={8}
              maxLength={16}
              autoComplete="off"
            />
            <Field
              name="source"
              kind="radio"
              label={t('from')}
              defaultValue="bill"
              options={REFUND_SOURCES.map((value) => ({
                value,
                label: t(`sources.${value}`),
                hint: t(`sourceHints.${value}`),
              }))}
            />
            <Field
              name="why"
              kind="select"
              label={t('why')}
              width={16}
              options={REFUND_REASONS.filter((value) => value !== 'credit_paid_out').map((value) => ({
                value,
                label: t(`reasons.${value}`),
              }))}
            />
            <ReasonField hint={t('wordsHint')} />
          </Form>
        </div>
      ) : null}
    </Card>
  )
}
