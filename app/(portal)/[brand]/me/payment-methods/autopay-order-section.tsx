import { getTranslations } from 'next-intl/server'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Form } from '#components/ui/form.tsx'
import { formatDate, formatList, formatMoney } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { AutopayOrder, KeptCard } from '#lib/autopay/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { stopAutopayAction } from './actions.ts'
import { AutopayForm } from './autopay-form.tsx'

interface AutopayOrderSectionProps {
  brand: string
  cards: readonly KeptCard[]
  order: AutopayOrder | null
  own: boolean
}

/** Whether bills are paid by a kept card, on which terms, and the two ways out: change, and off. */
export async function AutopayOrderSection({ brand, cards, order, own }: AutopayOrderSectionProps) {
  const [t, locale] = await Promise.all([getTranslations('autopay.order'), requestLocale()])
  const { zone, autopay } = getManifest(brand)
  const card = cards.find(({ id }) => id === order?.cardId)
  const day = (at: Date) => formatDate(at, locale, zone, 'long')
  const on = order && !order.stoppedAt
  const usable = cards.some(({ lapsed }) => !lapsed)
  const terms = [
    { term: t('notice'), value: t('noticeText', { days: autopay.noticeDays }) },
    { term: t('failure'), value: failureText() },
  ]
  return (
    <Section title={t('title')} lead={on ? t('leadOn', { date: day(order.agreedAt) }) : t('leadOff')}>
      {order?.stoppedAt ? (
        <Notice tone="warn" title={t('leadStopped', { date: day(order.stoppedAt), card: card?.name ?? '' })} />
      ) : null}
      <DescriptionList
        items={
          on
            ? [
                { term: t('card'), value: card?.name ?? '' },
                {
                  term: t('limit', { currency: order.currency }),
                  value: order.limitMinor ? formatMoney(order.limitMinor, order.currency, locale) : t('noLimit'),
                },
                {
                  term: t('day'),
                  value: order.daysBefore === 0 ? t('onDay') : t('daysBefore', { days: order.daysBefore }),
                },
                ...terms,
              ]
            : terms
        }
      />
      {own ? (
        <div className="mt-6 grid gap-6">
          {usable ? <AutopayForm brand={brand} cards={cards} order={order} /> : null}
          {order ? (
            <Form
              inline
              tone="danger"
              action={stopAutopayAction}
              hidden={{ brand, returnTo: `/${brand}/me/payment-methods` }}
              submit={t('switchOff')}
            />
          ) : null}
        </div>
      ) : null}
    </Section>
  )

  function failureText(): string {
    if (autopay.retryDays.length === 0) return t('failureOnce')
    const days = autopay.retryDays.map((days) => t('after', { days }))
    return t('failureText', { days: formatList(days, locale) })
  }
}
