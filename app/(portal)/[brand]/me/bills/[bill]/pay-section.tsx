import { getTranslations } from 'next-intl/server'
import { PayMethod } from '#components/billing/pay-method.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { Money } from '#components/ui/money.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { BillSummary } from '#lib/billing/index.ts'
import { getManifest, recipientName } from '#lib/brands/index.ts'
import { offeredMethods } from '#lib/payments/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { startPaymentAction } from '../actions.ts'

interface PaySectionProps {
  brand: string
  bill: BillSummary
  /** Staff see it and never pay for anybody. */
  own: boolean
}

/** Every way to pay this bill, each with who hears what. */
export async function PaySection({ brand, bill, own }: PaySectionProps) {
  const [t, locale] = await Promise.all([getTranslations('payments'), requestLocale()])
  const methods = offeredMethods(getManifest(brand), bill.currency)
  return (
    <div className="mt-10 print:hidden">
      <Section
        id="pay"
        title={t('title')}
        lead={t.rich('lead', { amount: () => <Money minor={bill.openMinor} currency={bill.currency} /> })}
      >
        {own ? (
          <CardGrid>
            {methods.map(({ method, recipients }, index) => (
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
      </Section>
    </div>
  )
}
