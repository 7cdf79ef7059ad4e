import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { policyInForce } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { PolicyDocument } from './policy-document.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('policies'))('title') }
}

/** The version in force (WEA-05, ENB-03). */
export default async function PolicyPage({ params }: { params: Promise<{ brand: string }> }) {
  const manifest = requireManifest((await params).brand)
  return <PolicyDocument manifest={manifest} policy={policyInForce(manifest, clock.now())} />
}
