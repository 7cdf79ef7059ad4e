import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { PolicyChanges } from '#components/policies/policy-changes.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Manifest, PolicyVersion } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { comparePolicies, policyVersions, versionBefore } from '#lib/policies/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { CompareForm } from '../compare-form.tsx'
import { feedAlternates } from '../feed-links.tsx'
import { Day, KindOfChange } from '../version-list.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<{ from?: string | string[]; to?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations('policies.compare')
  return { title: t('title'), alternates: await feedAlternates((await params).brand) }
}

/** What differs between any two versions, word by word (WBP-22). */
export default async function ComparePage({ params, searchParams }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const asked = await searchParams
  const [t, locale] = await Promise.all([getTranslations('policies'), requestLocale()])
  const { from, to, unknown } = chosen(manifest, asked)
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        lead={t('compare.lead')}
        back={{ href: `/${manifest.key}/policy/versions`, label: t('archive.title') }}
      />
      {unknown ? <Notice tone="warn" title={t('compare.unknown')} /> : null}
      <CompareForm manifest={manifest} from={from} to={to} />
      <Section title={`${from.version} → ${to.version}`} lead={<Lead policy={to} />}>
        <PolicyChanges sections={comparePolicies(from, to, locale)} />
      </Section>
    </>
  )
}

function Lead({ policy }: { policy: PolicyVersion }) {
  const t = useTranslations('policies.facts')
  return (
    <>
      {t.rich('since', { effective: () => <Day on={policy.effectiveOn} /> })} · <KindOfChange policy={policy} />
    </>
  )
}

/** The two versions that the address names; for one it leaves out, those in force and before. */
function chosen(manifest: Manifest, asked: Awaited<PageProps['searchParams']>) {
  const { inForce, archived } = policyVersions(manifest, clock.now())
  const named = (version: string | string[] | undefined) => manifest.policies.find((one) => one.version === version)
  const to = named(asked.to) ?? inForce
  const from = named(asked.from) ?? versionBefore(manifest, to) ?? archived[0] ?? inForce
  const unknown = [asked.from, asked.to].some((version) => version !== undefined && !named(version))
  return { from, to, unknown }
}
