import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Form } from '#components/ui/form.tsx'
import type { KeptCard } from '#lib/autopay/index.ts'
import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'
import { removeCardAction } from './actions.ts'

interface KeptCardCardProps {
  brand: string
  zone: string
  card: KeptCard
  /** Bills are paid by it. */
  used: boolean
  /** Staff see cards and never remove one for anybody. */
  own: boolean
}

/** One kept card, and what removing it means, said before the click. */
export function KeptCardCard({ brand, zone, card, used, own }: KeptCardCardProps) {
  const t = useTranslations('autopay.cards')
  const locale = useLocale()
  const ends = dateFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(new Date(card.expires))
  return (
    <Card
      title={card.name}
      level={3}
      aside={
        card.lapsed ? <Badge tone="bad">{t('lapsed')}</Badge> : used ? <Badge tone="good">{t('used')}</Badge> : null
      }
    >
      <DescriptionList
        items={[
          { term: t('expires'), value: ends },
          { term: t('since'), value: <DateTime at={card.keptSince} zone={zone} show="date" /> },
        ]}
      />
      {own ? (
        <>
          <p className="my-3 text-sm text-ink-soft">
            {t('consequence')} {used ? t('consequenceUsed') : ''}
          </p>
          <Form
            inline
            tone="danger"
            action={removeCardAction}
            hidden={{ brand, cardId: card.id }}
            submit={t('remove')}
            label={t('removeLabel', { card: card.name })}
          />
        </>
      ) : null}
    </Card>
  )
}
