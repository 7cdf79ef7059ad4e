import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { compareTariffs, forecastBill, readWatch } from '#lib/outlook/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { AlertList } from './alert-list.tsx'
import { BudgetSection } from './budget-section.tsx'
import { ForecastSection } from './forecast-section.tsx'
import { TariffSection } from './tariff-section.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outlook'))('title') }
}

function readOutlook(grant: Grant<'usage:view'>) {
  return inScope(grant, async () => ({
    forecast: await forecastBill(grant),
    comparisons: await compareTariffs(grant),
    watch: await readWatch(grant),
  }))
}

export default async function CostPage({ params }: PageProps) {
  const { brand } = await params
  const grant = await requireGrant('usage:view', brand)
  const [{ forecast, comparisons, watch }, t, locale] = await Promise.all([
    readOutlook(grant),
    getTranslations('outlook'),
    requestLocale(),
  ])
  const { currencies, tariffs, controller } = getManifest(brand)
  const names = Object.fromEntries(tariffs.map(({ key, name }) => [key, name[locale]]))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: `/${brand}/me/usage`, label: t('back') }} />
      <ForecastSection forecast={forecast} />
      <BudgetSection
        brand={brand}
        budget={watch.budget}
        forecast={forecast}
        currency={currencies[0] ?? ''}
        own={grant.actor.kind === 'person'}
      />
      {comparisons.map((comparison) => (
        <TariffSection key={comparison.utility} comparison={comparison} names={names} contact={controller.email} />
      ))}
      <AlertList alerts={watch.alerts} />
    </>
  )
}
