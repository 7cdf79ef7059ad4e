import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { feedAlternates } from '../feed-links.tsx'
import { PolicyDocument } from '../policy-document.tsx'

interface PageProps {
  params: Promise<{ brand: string; version: string }>
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { brand, version } = await params
  const t = await getTranslations('policies')
  return { title: t('versionTitle', { version }), alternates: await feedAlternates(brand) }
}

/** A version at its address for good, past, present or announced (LCK-12, WBP-22). */
export default async function PolicyVersionPage({ params }: PageProps) {
  const { brand, version } = await params
  const manifest = requireManifest(brand)
  const policy = manifest.policies.find((entry) => entry.version === decodeURIComponent(version))
  if (!policy) notFound()
  return <PolicyDocument manifest={manifest} policy={policy} />
}
