import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CardGrid } from '#components/ui/card.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { readMeans } from '#lib/autopay/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { AttemptTable } from './attempt-table.tsx'
import { AutopayOrderSection } from './autopay-order-section.tsx'
import { KeptCardCard } from './kept-card-card.tsx'
import { PlannedBills } from './planned-bills.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ done?: string }>
}

const DONE = ['removed', 'on', 'off']

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('autopay'))('title') }
}

/** Kept cards, and the order to pay bills by one of them: what it may take, what comes next, and what was tried. */
export default async function PaymentMethodsPage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const { done = '' } = await searchParams
  const grant = await requireGrant('cards:view', brand)
  const [{ cards, order, bills, attempts }, t] = await Promise.all([readMeans(grant), getTranslations('autopay')])
  const { zone } = getManifest(brand)
  const own = grant.actor.kind === 'person'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/bills`, label: t('back') }} />
      {DONE.includes(done) ? <Notice tone="good" title={t(`done.${done}`)} /> : null}
      {own ? null : <Notice title={t('onBehalf')} />}
      <Section title={t('cards.title')}>
        {cards.length === 0 ? (
          <EmptyState icon="card" title={t('cards.none.title')}>
            {t('cards.none.text')}
          </EmptyState>
        ) : (
          <CardGrid>
            {cards.map((card) => (
              <KeptCardCard
                key={card.id}
                brand={brand}
                zone={zone}
                card={card}
                used={order?.cardId === card.id && !order.stoppedAt}
                own={own}
              />
            ))}
          </CardGrid>
        )}
      </Section>
      {cards.length > 0 || order ? <AutopayOrderSection brand={brand} cards={cards} order={order} own={own} /> : null}
      {order && !order.stoppedAt ? <PlannedBills brand={brand} bills={bills} /> : null}
      {attempts.length > 0 ? <AttemptTable brand={brand} zone={zone} attempts={attempts} /> : null}
    </>
  )
}
