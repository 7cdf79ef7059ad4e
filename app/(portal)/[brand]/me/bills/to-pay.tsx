import { useTranslations } from 'next-intl'
import { type DueBill, DueBillCard } from '#components/billing/due-bill-card.tsx'
import { Button } from '#components/ui/button.tsx'
import { CardGrid } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'

/** What is still to be paid, and how: each bill, several at once, by itself. */
export function ToPay({ brand, open }: { brand: string; open: readonly DueBill[] }) {
  const t = useTranslations('bills')
  const me = `/${brand}/me`
  return (
    <Section
      title={t('toPay')}
      aside={
        <div className="flex flex-wrap gap-4">
          {open.length > 1 ? (
            <Button href={`${me}/bills/several`} tone="secondary">
              {t('several')}
            </Button>
          ) : null}
          <Button href={`${me}/payment-methods`} tone="quiet">
            {t('paymentMethods')}
          </Button>
          <Button href={`${me}/notices`} tone="quiet">
            {t('notices')}
          </Button>
        </div>
      }
    >
      {open.length > 0 ? (
        <CardGrid>
          {open.map((bill, index) => (
            <DueBillCard key={bill.id} brand={brand} bill={bill} first={index === 0} />
          ))}
        </CardGrid>
      ) : (
        <Notice tone="good" title={t('nothingDue')} />
      )}
    </Section>
  )
}
