import { getTranslations } from 'next-intl/server'
import { PayMethod } from '#components/billing/pay-method.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { recipientName } from '#lib/brands/index.ts'
import { keepingNotice, type WayToPay } from '#lib/payments/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { startPaymentAction } from '../actions.ts'

interface PaySectionProps {
  brand: string
  bill: { readonly id: string; readonly currency: string; readonly openMinor: bigint }
  /** Further bills that are paid with it, and what is open of all together. */
  others?: { readonly ids: readonly string[]; readonly openMinor: bigint }
  /** The ways to pay as they stand for this person. */
  ways: readonly WayToPay[]
  /** Staff see it and never pay for anybody. */
  own: boolean
}

/**
 * Every way to pay, each with who hears what; all of it, or a part. Below them those that the person refused, and why.
 */
export async function PaySection({ brand, bill, others, ways, own }: PaySectionProps) {
  const [t, locale] = await Promise.all([getTranslations('payments'), requestLocale()])
  const methods = ways.filter(({ withheld }) => !withheld)
  const withheld = ways.flatMap((way) => (way.withheld ? [{ method: way.method, ...way.withheld }] : []))
  const { hash, ...words } = keepingNotice(locale)
  const keep = { ...words, shown: hash.toString('hex') }
  const returnTo = `/${brand}/me/bills/${bill.id}`
  const hidden = { brand, billId: bill.id, locale, returnTo, ...(others ? { others: others.ids.join(',') } : {}) }
  return (
    <div className="mt-10 print:hidden">
      <Section
        id="pay"
        title={t(others ? 'several.pay' : 'title')}
        lead={t.rich('lead', {
          amount: () => <Money minor={others?.openMinor ?? bill.openMinor} currency={bill.currency} />,
        })}
      >
        {own ? (
          <>
            <CardGrid>
              {methods.map(({ method, recipients }, index) => (
                <PayMethod
                  key={method}
                  method={method}
                  recipients={recipients.map((recipient) => ({ ...recipient, name: recipientName(recipient, locale) }))}
                  action={startPaymentAction}
                  hidden={{ ...hidden, method }}
                  primary={index === 0}
                  {...(method === 'card' ? { keep } : {})}
                />
              ))}
            </CardGrid>
            {methods.length > 0 ? (
              <div className="mt-4">
                <Form
                  folded={t('part.open')}
                  action={startPaymentAction}
                  hidden={hidden}
                  submit={t('part.submit')}
                  pending={t('opening')}
                >
                  <Field
                    name="amount"
                    label={t('part.amount', { currency: bill.currency })}
                    hint={t('part.hint')}
                    inputMode="decimal"
                    width={8}
                    maxLength={20}
                    autoComplete="off"
                  />
                  <Field
                    name="method"
                    kind="radio"
                    label={t('part.method')}
                    defaultValue={methods[0]?.method ?? ''}
                    options={methods.map(({ method }) => ({ value: method, label: t(`methods.${method}`) }))}
                  />
                </Form>
              </div>
            ) : null}
          </>
        ) : (
          <Notice title={t('ownOnly')} />
        )}
        {own && withheld.length > 0 ? (
          <Notice
            title={t(methods.length > 0 ? 'withheld.title' : 'withheld.none')}
            action={
              <Button href={`/${brand}/me/choices/recipients`} tone="secondary">
                {t('withheld.change')}
              </Button>
            }
          >
            <ul className="list-disc ps-5">
              {withheld.map(({ method, recipient, why }) => (
                <li key={method}>
                  {t(`withheld.${why}`, { method: t(`methods.${method}`), name: recipientName(recipient, locale) })}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
      </Section>
    </div>
  )
}
