import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Table } from '#components/ui/table.tsx'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('transparency.pages.cookies'))('title') }
}

export default async function CookiesPage({ params }: PageProps) {
  const manifest = requireManifest((await params).brand)
  const [t, locale] = await Promise.all([getTranslations('transparency'), requestLocale()])
  return (
    <>
      <PageHeader
        title={t('pages.cookies.title')}
        lead={t('cookies.lead')}
        back={{ href: `/${manifest.key}`, label: manifest.name }}
      />
      <Table
        caption={t('pages.cookies.title')}
        rows={manifest.cookies}
        rowKey={(cookie) => cookie.name}
        columns={[
          {
            key: 'name',
            label: t('cookies.name'),
            names: true,
            cell: (cookie) => <code className="font-mono text-sm">{cookie.name}</code>,
          },
          {
            key: 'category',
            label: t('cookies.category'),
            cell: (cookie) => t(`cookies.categories.${cookie.category}`),
          },
          { key: 'purpose', label: t('cookies.purpose'), cell: (cookie) => cookie.purpose[locale] },
          { key: 'lifetime', label: t('cookies.lifetime'), cell: (cookie) => cookie.lifetime[locale] },
        ]}
      />
    </>
  )
}
