import { useLocale, useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { ChargePlan } from '#lib/autopay/index.ts'

/** That the bill is taken by itself, before anybody pays it by hand as well. */
export function PlanNotice({ brand, plan }: { brand: string; plan: ChargePlan }) {
  const t = useTranslations('autopay')
  const date = formatDate(new Date(plan.day), useLocale(), 'UTC', 'long')
  return (
    <Notice
      tone="info"
      title={t('onBill.title', { card: plan.card, date })}
      action={
        <Button href={`/${brand}/me/payment-methods`} tone="secondary">
          {t('title')}
        </Button>
      }
    >
      {t('onBill.text')}
    </Notice>
  )
}
