import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listAnnouncements } from '#lib/announcements/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'

interface PageProps {
  params: Promise<{ brand: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcements'))('title') }
}

/** What the brand has announced to everybody: also for those whom no mail and no letter reached (WBP-13). */
export default async function AnnouncementsPage({ params }: PageProps) {
  const { key, name, zone } = requireManifest((await params).brand)
  const [rows, t, locale] = await Promise.all([
    listAnnouncements(visitorGrant('announcements:read', key)),
    getTranslations('announcements'),
    requestLocale(),
  ])
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead', { brand: name })} back={{ href: `/${key}`, label: name }} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : null}
      <ul className="grid gap-4">
        {rows.map(({ id, at, content }) => (
          <li key={id} className="rounded-lg border border-line p-4">
            <TextLink href={`/${key}/announcements/${id}`}>{content.title[locale]}</TextLink>
            <p className="text-sm text-ink-soft">
              <DateTime at={at} zone={zone} show="long" />
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}
