import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AnnouncementText } from '#components/announcements/announcement-text.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Form } from '#components/ui/form.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { listTold } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { acknowledgeAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('announcements.mine'))('title') }
}

/** What this person was told of, in the portal beside the mail; each can be ticked off as read. */
export default async function ToldPage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('announcements:view', brand)
  const [rows, t, locale] = await Promise.all([listTold(grant), getTranslations('announcements.mine'), requestLocale()])
  const { zone } = getManifest(brand)
  const own = grant.actor.kind === 'person'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={t('empty.title')}>
          {t('empty.text')}
        </EmptyState>
      ) : null}
      <ul className="grid gap-6">
        {rows.map(({ id, kind, at, content, seenAt }) => (
          <li key={id}>
            <Card
              title={content.title[locale]}
              aside={seenAt ? <Badge tone="good">{t('read')}</Badge> : <Badge tone="warn">{t('new')}</Badge>}
              footer={
                seenAt || !own ? null : (
                  <Form
                    inline
                    action={acknowledgeAction}
                    hidden={{ brand, announcement: id }}
                    submit={t('acknowledge')}
                    tone={kind === 'controller_change' ? 'secondary' : 'primary'}
                    label={t('acknowledgeOne', { title: content.title[locale] })}
                  />
                )
              }
            >
              <p className="mb-6 text-sm text-ink-soft">
                <DateTime at={at} zone={zone} show="long" />
              </p>
              <AnnouncementText content={content} locale={locale} within />
              {kind === 'controller_change' ? (
                <p className="mt-6">
                  <Button href={`/${brand}/me/controller`}>{t('answer')}</Button>
                </p>
              ) : null}
            </Card>
          </li>
        ))}
      </ul>
    </>
  )
}
