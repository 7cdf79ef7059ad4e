import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnnouncementText } from '#components/announcements/announcement-text.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { findAnnouncement } from '#lib/announcements/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireManifest } from '#lib/web/require-manifest.ts'
import { visitorGrant } from '#lib/web/visitor.ts'

interface PageProps {
  params: Promise<{ brand: string; announcement: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcements'))('title') }
}

/** One announcement at its address for good: what happened, its impact, what was done, what one can do, remedies. */
export default async function AnnouncementPage({ params }: PageProps) {
  const { brand, announcement: id } = await params
  const { key, zone } = requireManifest(brand)
  if (!z.uuid().safeParse(id).success) notFound()
  const found = await findAnnouncement(visitorGrant('announcements:read', key), id)
  if (!found) notFound()
  const [t, locale] = await Promise.all([getTranslations('announcements'), requestLocale()])
  return (
    <>
      <PageHeader
        title={found.content.title[locale]}
        lead={<DateTime at={found.at} zone={zone} show="long" />}
        back={{ href: `/${key}/announcements`, label: t('title') }}
      />
      <AnnouncementText content={found.content} locale={locale} />
      {found.kind === 'controller_change' ? (
        <p className="mt-8">
          <Button href={`/${key}/me/controller`}>{t('mine.answer')}</Button>
        </p>
      ) : null}
    </>
  )
}
