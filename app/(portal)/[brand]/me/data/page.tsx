import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { storageProps } from '#app/storage-props.ts'
import { CategoryFacts } from '#components/inventory/category-facts.tsx'
import { DataFlows } from '#components/inventory/data-flows.tsx'
import { StoragePlace } from '#components/transparency/storage-place.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { Static } from '#components/ui/static.tsx'
import { inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listCategories } from '#lib/inventory/index.ts'
import { readStorage } from '#lib/transfers/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { aboutCategory } from './about-category.ts'
import { flowOf } from './flow-of.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('inventory'))('title') }
}

export default async function DataPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('inventory:view', brand)
  const manifest = getManifest(brand)
  const [[held, storage], locale, t, storageText] = await Promise.all([
    inScope(grant, async () => [await listCategories(grant), await readStorage(grant)] as const),
    requestLocale(),
    getTranslations('inventory'),
    getTranslations('transparency.storage'),
  ])
  const rows = held.reduce((sum, entry) => sum + entry.rows, 0)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        action={
          <Button href={`/${brand}/me/account/export`} tone="secondary" icon="download">
            {t('export')}
          </Button>
        }
      />
      <p className="mb-6 font-medium">{t('total', { rows })}</p>
      <Static className="grid gap-4">
        {held.map(({ category, rows, newest, byDay }) => (
          <Card
            key={category.key}
            title={category.name[locale]}
            aside={
              <span className="flex flex-wrap gap-2">
                {category.sensitive ? <Badge tone="warn">{t('sensitive')}</Badge> : null}
                <Badge tone={rows > 0 ? 'info' : 'neutral'} icon={null}>
                  {t('rows', { rows })}
                </Badge>
              </span>
            }
            footer={
              <Button href={`/${brand}/me/data/${category.key}`} tone="quiet" icon="forward">
                {rows > 0 ? t('open') : t('openEmpty')}
              </Button>
            }
          >
            <p className="mb-4">{category.description[locale]}</p>
            <CategoryFacts
              about={aboutCategory(manifest, category, newest, locale)}
              newest={newest}
              zone={manifest.zone}
              byDay={byDay}
            />
          </Card>
        ))}
      </Static>
      {/* On a phone there is no room for it, and the cards say the same. */}
      <div className="mt-10 max-sm:hidden">
        <Section title={t('flows.title')} lead={t('flows.lead')}>
          <DataFlows flows={held.map(({ category }) => flowOf(manifest, category, locale))} />
        </Section>
      </div>
      <Section title={storageText('title')}>
        <StoragePlace {...storageProps(manifest, storage, locale)} />
      </Section>
    </>
  )
}
