import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { clock } from '#lib/platform/clock.ts'
import { policyVersions } from '#lib/policies/index.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { CompareForm } from '../compare-form.tsx'
import { FeedLinks, feedAlternates } from '../feed-links.tsx'
import { VersionList } from '../version-list.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations('policies.archive')
  return { title: t('title'), alternates: await feedAlternates((await params).brand) }
}

/** The archive: every version there ever was, with its kind of change, and any two side by side (WBP-22). */
export default async function PolicyVersionsPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const t = await getTranslations('policies')
  const { inForce, archived } = policyVersions(manifest, clock.now())
  return (
    <>
      <PageHeader
        title={t('archive.title')}
        lead={t('archive.lead')}
        back={{ href: `/${manifest.key}/policy`, label: t('title') }}
      />
      <VersionList manifest={manifest} level="h2" />
      <Section title={t('compare.title')}>
        <CompareForm manifest={manifest} from={archived[0] ?? inForce} to={inForce} />
      </Section>
      <FeedLinks brand={manifest.key} />
    </>
  )
}
