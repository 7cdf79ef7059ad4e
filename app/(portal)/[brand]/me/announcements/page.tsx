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
import { inScope } from '#lib/access/index.ts'
import { listTold } from '#lib/announcements/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { findMyChange } from '#lib/controller-changes/index.ts'
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
  const [[rows, change], t, asked, locale] = await Promise.all([
    inScope(grant, async () => {
      const told = await listTold(grant)
      const asks = told.some(({ kind }) => kind === 'controller_change')
      return [told, asks ? await findMyChange(grant) : null] as const
    }),
    getTranslations('announcements.mine'),
    getTranslations('controller_changes.mine'),
    requestLocale(),
  ])
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
        {rows.map(({ id, sourceId, at, content, seenAt }) => {
          // What is still to be answered is not ticked off: silence would close the account.
          const question = change?.id === sourceId ? change : null
          const open = question?.open === true && question.answer === null
          return (
            <li key={id}>
              <Card
                title={content.title[locale]}
                aside={seenAt ? <Badge tone="good">{t('read')}</Badge> : <Badge tone="warn">{t('new')}</Badge>}
                footer={
                  seenAt || !own || open ? null : (
                    <Form
                      inline
                      action={acknowledgeAction}
                      hidden={{ brand, announcement: id }}
                      submit={t('acknowledge')}
                      label={t('acknowledgeOne', { title: content.title[locale] })}
                    />
                  )
                }
              >
                <p className="mb-6 text-sm text-ink-soft">
                  <DateTime at={at} zone={zone} show="long" />
                </p>
                <AnnouncementText content={content} locale={locale} within />
                {question ? (
                  <p className="mt-6">
                    <Button href={`/${brand}/me/controller`} tone={open ? 'primary' : 'secondary'}>
                      {open ? t('answer') : asked(question.open ? 'changeAnswer' : 'title')}
                    </Button>
                  </p>
                ) : null}
              </Card>
            </li>
          )
        })}
      </ul>
    </>
  )
}
