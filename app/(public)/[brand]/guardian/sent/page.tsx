import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { requireManifest } from '#lib/web/require-manifest.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity.guardian'))('sentTitle') }
}

export default async function GuardianAskedPage({ params }: { params: Promise<{ brand: string }> }) {
  const { key: brand } = requireManifest((await params).brand)
  const t = await getTranslations('identity.guardian')
  return (
    <PageHeader title={t('sentTitle')} lead={t('sentText')} back={{ href: `/${brand}/sign-up`, label: t('back') }} />
  )
}
