import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Badge } from '#components/ui/badge.tsx'
import { Card } from '#components/ui/card.tsx'
import { type Description, DescriptionList } from '#components/ui/description-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { type Category, type Manifest, recipientName } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.data'))('title') }
}

/** Every category with its fields, purpose, basis, source and retention, for everybody to read (WEA-05). */
export default async function DataCategoriesPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t('pages.data.title')}
        lead={t('data.lead', { brand: manifest.name })}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <DescriptionList
        items={[
          {
            term: t('data.storage'),
            value: t('data.storagePlace', {
              place: manifest.storage.place[locale],
              abroad: manifest.storage.transfersAbroad,
            }),
          },
        ]}
      />
      <div className="mt-8 grid gap-4">
        {manifest.categories.map((category) => (
          <CategoryCard key={category.key} manifest={manifest} category={category} />
        ))}
      </div>
      {manifest.onDeviceOnly.length > 0 ? (
        <Section title={t('data.onDevice.title')} lead={t('data.onDevice.lead')}>
          <DescriptionList
            items={manifest.onDeviceOnly.map((entry) => ({ term: entry.name[locale], value: entry.reason[locale] }))}
          />
        </Section>
      ) : null}
    </>
  )
}

async function CategoryCard({ manifest, category }: { manifest: Manifest; category: Category }) {
  const [t, locale] = await Promise.all([getTranslations('transparency.data'), requestLocale()])
  const consent = manifest.purposes.find((purpose) => purpose.key === category.needsConsent)
  return (
    <Card
      title={category.name[locale]}
      aside={category.sensitive ? <Badge tone="warn">{t('sensitive')}</Badge> : undefined}
    >
      <p className="mb-4 max-w-prose">
        {category.description[locale]}
        {consent ? ` ${t('consent', { purpose: consent.name[locale] })}.` : ''}
      </p>
      <DescriptionList items={await factsOf(manifest, category)} />
    </Card>
  )
}

async function factsOf(manifest: Manifest, category: Category): Promise<Description[]> {
  const [t, words, locale] = await Promise.all([
    getTranslations('transparency.data'),
    getTranslations('inventory'),
    requestLocale(),
  ])
  const { retention } = category
  const ground = retention.keptGround ? ` (${words(`grounds.${retention.keptGround}`)})` : ''
  return [
    { term: t('fields'), value: fieldsText(manifest, category, locale, t('sensitive')) || t('noFields') },
    { term: words('purposes'), value: namesOf(manifest.purposes, category.purposes, locale).join(' · ') },
    { term: words('basis'), value: words(`bases.${category.legalBasis}`) },
    { term: words('source'), value: words(`sources.${category.source}`) },
    { term: words('recipients'), value: recipientsOf(manifest, category, locale).join(' · ') || words('nobody') },
    {
      term: words('until'),
      value: (
        <>
          {words(`kept.${retention.rule}`, { days: retention.days ?? 0 })}
          {ground}
          <span className="block text-sm text-ink-soft">{retention.reason[locale]}</span>
        </>
      ),
    },
  ]
}

type Names = Record<'en' | 'zh-CN' | 'fr', string>

function namesOf(all: readonly { key: string; name: Names }[], keys: readonly string[], locale: keyof Names): string[] {
  return all.filter(({ key }) => keys.includes(key)).map(({ name }) => name[locale])
}

function recipientsOf(manifest: Manifest, category: Category, locale: keyof Names): string[] {
  return manifest.recipients
    .filter(({ categories }) => categories.includes(category.key))
    .map((recipient) => recipientName(recipient, locale))
}

function fieldsText(manifest: Manifest, category: Category, locale: keyof Names, sensitive: string): string {
  const fields = category.shape === 'profile' ? manifest.profileFields : category.fields
  return fields
    .map((field) => (field.sensitive ? `${field.label[locale]} (${sensitive})` : field.label[locale]))
    .join(' · ')
}
