import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CertificateTable } from '#components/retention/certificate-table.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { formatDate } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { findCertificate } from '#lib/retention/index.ts'
import { requestLocale } from '#lib/web/locale.ts'

interface PageProps {
  params: Promise<{ brand: string; token: string }>
}

// The address is the secret: it goes into no search engine and to no other site.
export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations('retention.certificate'))('title')
  return { title, robots: { index: false, follow: false }, referrer: 'no-referrer' }
}

export default async function CertificatePage({ params }: PageProps) {
  const { brand, token } = await params
  // Whoever has the address may read it, signed in or not, also as somebody else.
  const grant = issueGrant({ kind: 'anonymous', brand }, 'certificates:view', { brand })
  const [certificate, locale, t] = await Promise.all([
    findCertificate(grant, token),
    requestLocale(),
    getTranslations('retention.certificate'),
  ])
  if (!certificate)
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState icon="shield" title={t('missing.title')}>
          {t('missing.text')}
        </EmptyState>
      </>
    )
  const { name, controller, categories, zone } = getManifest(brand)
  const names = Object.fromEntries(categories.map((category) => [category.key, category.name[locale]]))
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: name })} />
      <DescriptionList
        items={[
          { term: t('asked'), value: formatDate(certificate.requestedAt, locale, zone, 'datetime') },
          { term: t('erased'), value: formatDate(certificate.erasedAt, locale, zone, 'datetime') },
          {
            term: t('responsible'),
            value: (
              <>
                {controller.name}
                <span className="block">{controller.address[locale]}</span>
              </>
            ),
          },
        ]}
      />
      <CertificateTable certificate={certificate} names={names} zone={zone} />
      <p className="mt-6 text-ink-soft print:hidden">{t('print')}</p>
    </>
  )
}
