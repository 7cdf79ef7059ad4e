import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { countryName, formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { findMyChange } from '#lib/controller-changes/index.ts'
import { addDays } from '#lib/platform/calendar/index.ts'
import type { Locale } from '#lib/platform/i18n/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { answerChangeAction } from './actions.ts'

const TONE = { nothing: 'warn', agreed: 'good', refused: 'info' } as const

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('controller_changes.mine'))('title') }
}

/** The last day on which an answer counts. */
function lastDay(transferOn: string, locale: Locale): string {
  return formatDate(new Date(`${addDays(transferOn, -1)}T00:00:00Z`), locale, 'UTC', 'long')
}

/** Whether the person agrees that another company answers for their data; silence is no yes (WBP-10). */
export default async function MyChangePage({ params }: { params: Promise<{ brand: string }> }) {
  const { brand } = await params
  const grant = await requireGrant('announcements:view', brand)
  const change = await findMyChange(grant)
  if (!change) notFound()
  const [t, take, locale] = await Promise.all([
    getTranslations('controller_changes.mine'),
    getTranslations('inventory'),
    requestLocale(),
  ])
  const { controller, graceDays } = getManifest(brand)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead', { present: controller.name, next: change.controller.name })}
        back={{ href: `/${brand}/me/announcements`, label: t('back') }}
      />
      <DescriptionList
        items={[
          {
            term: t('next'),
            value: `${change.controller.name}, ${countryName(change.controller.country, locale)}`,
          },
          { term: t('contact'), value: change.controller.email },
          { term: t('what'), value: change.what[locale] },
          { term: t('transferOn'), value: <DateTime at={`${change.transferOn}T00:00:00Z`} zone="UTC" show="long" /> },
        ]}
      />
      <Notice
        tone={TONE[change.answer ?? 'nothing']}
        title={t(change.answer ?? 'nothing')}
        action={
          change.answer === 'agreed' ? undefined : (
            <Button href={`/${brand}/me/account/export`} tone="secondary" icon="download">
              {take('export')}
            </Button>
          )
        }
      >
        {change.open && !change.answer ? (
          <p className="mb-2 font-semibold">{t('answerBy', { last: lastDay(change.transferOn, locale) })}</p>
        ) : null}
        {t(`consequence.${change.answer ?? 'nothing'}`, { next: change.controller.name, days: graceDays })}
      </Notice>
      {change.open && grant.actor.kind === 'person' ? (
        <Form action={answerChangeAction} hidden={{ brand, change: change.id }} submit={t('submit')}>
          <Field
            name="answer"
            kind="radio"
            label={t('question')}
            {...(change.answer ? { defaultValue: change.answer } : {})}
            options={[
              { value: 'agreed', label: t('agree') },
              { value: 'refused', label: t('refuse') },
            ]}
          />
        </Form>
      ) : null}
      {change.open ? null : <Notice tone="warn" title={t('over')} />}
    </>
  )
}
