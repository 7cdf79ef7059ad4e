import { getLocale, getTranslations } from 'next-intl/server'
import { Card, CardGrid } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate, formatMoney } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { type BillView, type Instalment, offersFor } from '#lib/billing/index.ts'
import { arrangeBillAction, extendBillAction } from '../actions.ts'

interface PayLaterProps {
  brand: string
  bill: BillView
  /** Staff see what is offered and never choose for anybody. */
  own: boolean
}

/** For whoever cannot pay in time: more time, or instalments, within the limits of the brand and without asking anybody. */
export async function PayLater({ brand, bill, own }: PayLaterProps) {
  const { extension, arrangement } = offersFor(brand, bill)
  const t = await getTranslations('bills.later')
  const locale = await getLocale()
  const day = (date: string) => formatDate(new Date(date), locale, 'UTC', 'long')
  const hidden = { brand, billId: bill.id, returnTo: `/${brand}/me/bills/${bill.id}` }
  return (
    <div className="mt-10 print:hidden">
      <Section title={t('title')} lead={t('lead')}>
        <CardGrid>
          <Card title={t('extend.title')} level={3}>
            <p className="mb-3 text-ink-soft">
              {'until' in extension
                ? t('extend.text', { until: day(extension.until) })
                : t(`withheld.${extension.withheld}`)}
            </p>
            {'until' in extension && own ? (
              <Form
                action={extendBillAction}
                hidden={hidden}
                submit={t('extend.submit', { until: day(extension.until) })}
                tone="secondary"
              />
            ) : null}
          </Card>
          <Card title={t('arrange.title')} level={3}>
            <p className="mb-3 text-ink-soft">
              {'plans' in arrangement ? t('arrange.text') : t(`withheld.${arrangement.withheld}`)}
            </p>
            {'plans' in arrangement && own ? (
              <Form action={arrangeBillAction} hidden={hidden} submit={t('arrange.submit')} tone="secondary">
                <Field
                  name="instalments"
                  kind="radio"
                  label={t('arrange.choose')}
                  defaultValue="2"
                  options={arrangement.plans.map((plan) => ({ value: String(plan.length), ...wordsFor(plan) }))}
                />
              </Form>
            ) : null}
          </Card>
        </CardGrid>
      </Section>
    </div>
  )

  function wordsFor(plan: readonly Instalment[]) {
    const [first] = plan
    const last = plan.at(-1)
    const amount = formatMoney(first?.amountMinor ?? 0n, bill.currency, locale)
    return {
      label: t('arrange.option', { count: plan.length, amount }),
      hint: t('arrange.days', { first: day(first?.dueOn ?? ''), last: day(last?.dueOn ?? '') }),
    }
  }
}
