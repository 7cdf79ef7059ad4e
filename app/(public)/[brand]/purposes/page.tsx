import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest, Purpose } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.purposes'))('title') }
}

/** What data is used for: the necessary apart from what is everybody's own choice (ENB-07). */
export default async function PurposesPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const t = await getTranslations('transparency')
  const choose = (
    <Button href={`/${manifest.key}/me/choices`} tone="secondary" icon="choices">
      {t('purposes.choose')}
    </Button>
  )
  return (
    <>
      <PageHeader
        title={t('pages.purposes.title')}
        lead={t('purposes.lead')}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      {(['necessary', 'locked', 'optional'] as const).map((kind) => {
        const purposes = manifest.purposes.filter((purpose) => purpose.kind === kind)
        if (purposes.length === 0) return null
        return (
          <Section key={kind} id={kind} title={t(`purposes.${kind}`)} aside={kind === 'optional' ? choose : undefined}>
            <div className="grid gap-4">
              {purposes.map((purpose) => (
                <PurposeCard key={purpose.key} manifest={manifest} purpose={purpose} />
              ))}
            </div>
          </Section>
        )
      })}
    </>
  )
}

const CONSEQUENCE = { necessary: 'without', locked: 'why', optional: 'ifNo' } as const

async function PurposeCard({ manifest, purpose }: { manifest: Manifest; purpose: Purpose }) {
  const [t, bases, locale] = await Promise.all([
    getTranslations('transparency.purposes'),
    getTranslations('inventory.bases'),
    requestLocale(),
  ])
  const data = manifest.categories
    .filter((category) => category.purposes.includes(purpose.key))
    .map((category) => category.name[locale])
  return (
    <Card title={purpose.name[locale]} level={3}>
      <p className="mb-4 max-w-prose">{purpose.description[locale]}</p>
      <DescriptionList
        items={[
          ...(purpose.notice ? [{ term: t('notice'), value: purpose.notice[locale] }] : []),
          { term: t(CONSEQUENCE[purpose.kind]), value: purpose.consequence[locale] },
          { term: t('basis'), value: bases(purpose.legalBasis) },
          { term: t('data'), value: data.join(' · ') || t('noData') },
        ]}
      />
    </Card>
  )
}
