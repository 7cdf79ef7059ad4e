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
import { Progress } from '#components/ui/progress.tsx'
import { Section } from '#components/ui/section.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { isAsked } from '#lib/approvals/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { readWindDown, type WindDownView } from '#lib/wind-downs/index.ts'
import { BrandChoice } from '../brand-choice.tsx'
import { ReasonField } from '../reason-field.tsx'
import { toTools } from '../to-tools.ts'
import { askWindDownAction } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wind_downs'))('title') }
}

/** The end of a brand: begun by two people, followed until the last account is erased (ECH-09). */
export default async function WindDownPage({ searchParams }: { searchParams: Promise<{ brand?: string }> }) {
  const brand = (await searchParams).brand ?? BRAND_KEYS[0] ?? ''
  const grant = await requireStaff('wind-downs:view', brand)
  const [view, waiting, t] = await Promise.all([
    readWindDown(grant),
    isAsked(issueGrant(grant.actor, 'approvals:view', { brand }), `/staff/wind-downs?brand=${brand}`),
    getTranslations('wind_downs'),
  ])
  const mayStart = grant.actor.kind === 'staff' && grant.actor.role === 'security_manager'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} back={await toTools()} />
      <BrandChoice brand={brand} />
      {waiting ? <Notice tone="warn" title={t('waiting')} /> : null}
      {view ? (
        <Following brand={brand} view={view} />
      ) : (
        <p className="mb-6">{t('goesOn', { brand: getManifest(brand).name })}</p>
      )}
      {view || waiting || !mayStart ? null : <Start brand={brand} />}
    </>
  )
}

async function Start({ brand }: { brand: string }) {
  const t = await getTranslations('wind_downs.start')
  const { name, graceDays } = getManifest(brand)
  return (
    <Section title={t('title', { brand: name })} lead={t('lead', { days: graceDays })}>
      <Form action={askWindDownAction} hidden={{ brand }} submit={t('submit')} tone="danger">
        <Field name="confirm" label={t('confirm', { key: brand })} width={16} autoComplete="off" />
        <ReasonField />
      </Form>
    </Section>
  )
}

async function Following({ brand, view }: { brand: string; view: WindDownView }) {
  const t = await getTranslations('wind_downs')
  const { zone } = getManifest(brand)
  const { unscheduled, scheduled, erased } = view.accounts
  const all = unscheduled + scheduled + erased
  return (
    <Section
      title={t('progress')}
      aside={<Badge tone={view.endedAt ? 'good' : 'info'}>{t(view.endedAt ? 'ended' : 'running')}</Badge>}
    >
      <Progress label={t('erasedOf', { erased, all })} value={erased} max={Math.max(1, all)} />
      <DescriptionList
        items={[
          { term: t('closed'), value: <DateTime at={view.startedAt} zone={zone} show="datetime" withZone /> },
          { term: t('eraseAfter'), value: <DateTime at={view.eraseAfter} zone={zone} show="datetime" withZone /> },
          ...(view.told
            ? [
                {
                  term: t('toldPeople'),
                  value: t('toldOf', { sent: view.told.sent + view.told.letter, seen: view.told.seen }),
                },
              ]
            : []),
          { term: t('unscheduled'), value: String(unscheduled) },
          { term: t('scheduled'), value: String(scheduled) },
          { term: t('erased'), value: String(erased) },
          ...(view.endedAt
            ? [{ term: t('endedAt'), value: <DateTime at={view.endedAt} zone={zone} show="datetime" withZone /> }]
            : []),
        ]}
      />
      {view.announcement ? (
        <p className="mt-4">
          <TextLink href={`/${brand}/announcements/${view.announcement}`}>{t('public')}</TextLink>
        </p>
      ) : null}
    </Section>
  )
}
