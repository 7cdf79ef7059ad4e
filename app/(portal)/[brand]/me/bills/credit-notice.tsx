import { getTranslations } from 'next-intl/server'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { formatMoney } from '#lib/platform/money/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { payByCreditAction, payOutCreditAction } from './actions.ts'

interface CreditNoticeProps {
  brand: string
  credit: readonly { readonly currency: string; readonly amountMinor: bigint }[]
  /** The bill that it can pay; without one it can be paid out. */
  bill?: { readonly id: string; readonly currency: string }
  own: boolean
}

/** What is held for the person, and what they can do with it. */
export async function CreditNotice({ brand, credit, bill, own }: CreditNoticeProps) {
  const [t, locale] = await Promise.all([getTranslations('payments.credit'), requestLocale()])
  const held = bill ? credit.filter(({ currency }) => currency === bill.currency) : credit
  return held.map(({ currency, amountMinor }) => (
    <Notice
      key={currency}
      tone="info"
      title={t('title', { amount: formatMoney(amountMinor, currency, locale) })}
      action={
        !own ? undefined : bill ? (
          <Form inline action={payByCreditAction} hidden={{ brand, billId: bill.id }} submit={t('use')} />
        ) : (
          <Form inline action={payOutCreditAction} hidden={{ brand, currency }} submit={t('payOut')} tone="secondary" />
        )
      }
    >
      {t(bill ? 'textBill' : 'text')}
    </Notice>
  ))
}
