import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Field } from '#components/ui/field.tsx'
import { Form } from '#components/ui/form.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { isAsked } from '#lib/approvals/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { type ChangeView, readChange } from '#lib/controller-changes/index.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { LanguageFields } from '../language-fields.tsx'
import { ReasonField } from '../reason-field.tsx'
import { toTools } from '../to-tools.ts'
import { askChangeAction, askTransferAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('controller_changes'))('title') }
}

/** Another company is to answer for the data of a brand: asked, answered, transferred, the others closed (WBP-10). */
export default async function ControllerChangePage({ searchParams }: { searchParams: Promise<{ brand?: string }> }) {
  const brand = (await searchParams).brand ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('controller-changes:view', brand)
  const href = `/staff/controller-changes?brand=${brand}`
  const [view, waiting, t] = await Promise.all([
    readChange(grant),
    isAsked(issueGrant(grant.actor, 'approvals:view', { brand }), href),
    getTranslations('controller_changes'),
  ])
  const role = grant.actor.kind === 'staff' ? grant.actor.role : null
  const due = view && !view.open && !view.settledAt
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      <BrandChoice brand={brand} />
      {waiting ? <Notice tone="warn" title={t('waiting')} /> : null}
      {view ? <Standing brand={brand} view={view} /> : null}
      {due && !waiting && role === 'data_operator' ? <Transfer brand={brand} change={view.id} /> : null}
      {(!view || view.settledAt) && !waiting && role === 'security_manager' ? <Start brand={brand} /> : null}
      {!view && role !== 'security_manager' ? <p>{t('none')}</p> : null}
    </>
  )
}

async function Standing({ brand, view }: { brand: string; view: ChangeView }) {
  const [t, locale] = await Promise.all([getTranslations('controller_changes'), requestLocale()])
  const { zone } = getManifest(brand)
  const state = view.settledAt ? 'settled' : view.open ? 'open' : 'due'
  return (
    <Section
      title={t('to', { name: view.controller.name })}
      aside={<Badge tone={state === 'settled' ? 'good' : 'info'}>{t(`states.${state}`)}</Badge>}
    >
      <DescriptionList
        items={[
          { term: t('what'), value: view.what[locale] },
          { term: t('transferOn'), value: <DateTime at={`${view.transferOn}T00:00:00Z`} zone="UTC" show="long" /> },
          { term: t('startedAt'), value: <DateTime at={view.startedAt} zone={zone} show="datetime" withZone /> },
          ...(view.told
            ? [
                {
                  term: t('toldPeople'),
                  value: t('toldOf', { sent: view.told.sent + view.told.letter, seen: view.told.seen }),
                },
              ]
            : []),
          { term: t('agreed'), value: String(view.agreed) },
          { term: t('refused'), value: String(view.refused) },
          { term: t('silent'), value: String(view.silent) },
          { term: t('reminded'), value: String(view.reminded) },
        ]}
      />
      <p className="mt-4 flex flex-wrap gap-4">
        {view.announcement ? (
          <TextLink href={`/${brand}/announcements/${view.announcement}`}>{t('public')}</TextLink>
        ) : null}
        {view.settledAt ? <TextLink href={`/staff/bulk-exports?brand=${brand}`}>{t('file')}</TextLink> : null}
      </p>
    </Section>
  )
}

async function Transfer({ brand, change }: { brand: string; change: string }) {
  const t = await getTranslations('controller_changes.transfer')
  return (
    <Section title={t('title')} lead={t('lead', { days: getManifest(brand).graceDays })}>
      <Form action={askTransferAction} hidden={{ brand, change }} submit={t('submit')} tone="danger">
        <ReasonField />
      </Form>
    </Section>
  )
}

async function Start({ brand }: { brand: string }) {
  const t = await getTranslations('controller_changes.start')
  return (
    <Section title={t('title', { brand: getManifest(brand).name })} lead={t('lead')}>
      <Form action={askChangeAction} hidden={{ brand }} submit={t('submit')} across>
        <Field name="name" label={t('name')} maxLength={200} autoComplete="off" />
        <Field name="country" label={t('country')} hint={t('countryHint')} width={4} maxLength={2} autoComplete="off" />
        <Field name="email" kind="email" label={t('email')} maxLength={254} autoComplete="off" />
        <Field name="transferOn" kind="date" label={t('transferOn')} hint={t('transferHint')} width={16} />
        <LanguageFields legend={t('what')} name={(language) => `what_${language}`} kind="textarea" maxLength={2_000} />
        <ReasonField />
      </Form>
    </Section>
  )
}
