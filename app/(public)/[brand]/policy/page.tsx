import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { policyInForce } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { feedAlternates } from './feed-links.tsx'
import { PolicyDocument } from './policy-document.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const t = await getTranslations('policies')
  return { title: t('title'), alternates: await feedAlternates((await params).brand) }
}

/** The version in force (WEA-05, ENB-03). */
export default async function PolicyPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  return <PolicyDocument manifest={manifest} policy={policyInForce(manifest, clock.now())} />
}
