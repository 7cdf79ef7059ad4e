import { getTranslations } from 'next-intl/server'
import { PayMethod } from '#components/billing/pay-method.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { BillSummary } from '#lib/billing/index.ts'
import { recipientName } from '#lib/brands/index.ts'
import type { WayToPay } from '#lib/payments/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { startPaymentAction } from '../actions.ts'

interface PaySectionProps {
  brand: string
  bill: BillSummary
  /** The ways to pay as they stand for this person. */
  ways: readonly WayToPay[]
  /** Staff see it and never pay for anybody. */
  own: boolean
}

/** Every way to pay this bill, each with who hears what; below them those that the person refused, and why. */
export async function PaySection({ brand, bill, ways, own }: PaySectionProps) {
  const [t, locale] = await Promise.all([getTranslations('payments'), requestLocale()])
  const offered = ways.filter(({ withheld }) => !withheld)
  const withheld = ways.flatMap((way) => (way.withheld ? [{ method: way.method, ...way.withheld }] : []))
  return (
    <div className="mt-10 print:hidden">
      <Section
        id="pay"
        title={t('title')}
        lead={t.rich('lead', { amount: () => <Money minor={bill.openMinor} currency={bill.currency} /> })}
      >
        {own ? (
          <CardGrid>
            {offered.map(({ method, recipients }, index) => (
              <PayMethod
                key={method}
                method={method}
                recipients={recipients.map((recipient) => ({ ...recipient, name: recipientName(recipient, locale) }))}
                action={startPaymentAction}
                hidden={{ brand, billId: bill.id, method, locale, returnTo: `/${brand}/me/bills/${bill.id}` }}
                primary={index === 0}
              />
            ))}
          </CardGrid>
        ) : (
          <Notice title={t('ownOnly')} />
        )}
        {own && withheld.length > 0 ? (
          <Notice
            title={t(offered.length > 0 ? 'withheld.title' : 'withheld.none')}
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
