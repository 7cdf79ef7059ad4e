import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireManifest } from '#lib/web/require-manifest.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('requests.open'))('sentTitle') }
}

/** Where to look next: the link in the mail. It names no address, so that none stands in a browser's history. */
export default async function SentPage({ params }: { params: Promise<{ brand: string }> }) {
  const manifest = requireManifest((await params).brand)
  const t = await getTranslations('requests.open')
  return (
    <PageHeader title={t('sentTitle')} lead={t('sentText')} back={{ href: `/${manifest.key}`, label: manifest.name }} />
  )
}
