import { useLocale, useTranslations } from 'next-intl'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatMoney } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { BillForecast, Watch } from '#lib/outlook/index.ts'
import { toDecimalText } from '#lib/platform/money/index.ts'
import { setBudgetAction } from './actions.ts'

interface BudgetSectionProps {
  brand: string
  budget: Watch['budget']
  forecast: BillForecast | null
  currency: string
  /** Only the person sets a budget; staff see it. */
  own: boolean
}

/** The person's budget for a month, and how the expected bill stands to it. */
export function BudgetSection({ brand, budget, forecast, currency, own }: BudgetSectionProps) {
  const t = useTranslations('outlook.budget')
  const locale = useLocale()
  const beyond = budget && forecast && forecast.expectedMinor > budget.amountMinor
  return (
    <Section title={t('title')} lead={t('lead')}>
      {budget && forecast ? (
        <Notice
          tone={beyond ? 'warn' : 'good'}
          title={t(beyond ? 'beyond' : 'within', {
            expected: formatMoney(forecast.expectedMinor, forecast.currency, locale),
            budget: formatMoney(budget.amountMinor, budget.currency, locale),
          })}
        />
      ) : null}
      {own ? (
        <Form action={setBudgetAction} submit={t('save')} hidden={{ brand }}>
          <Field
            name="amount"
            label={t('amount', { currency })}
            hint={t('hint')}
            inputMode="decimal"
            maxLength={16}
            width={8}
            optional
            defaultValue={budget ? toDecimalText(budget.amountMinor, budget.currency) : ''}
          />
        </Form>
      ) : budget ? null : (
        <p>{t('none')}</p>
      )}
    </Section>
  )
}
