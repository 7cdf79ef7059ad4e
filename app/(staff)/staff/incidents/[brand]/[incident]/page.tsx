import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AnnouncementText } from '#components/announcements/announcement-text.tsx'
import { TextLink } from '#components/transparency/text-link.tsx'
import { Button } from '#components/ui/button.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { Details } from '#components/ui/details.tsx'
import { formatList, formatNumber, languageName } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { issueGrant } from '#lib/access/index.ts'
import { SECTIONS } from '#lib/announcements/schema.ts'
import { isAsked } from '#lib/approvals/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { countAffected, type IncidentView, readDeliveries } from '#lib/incidents/index.ts'
import { AffectedQuery } from '#lib/incidents/schema.ts'
import { LOCALES } from '#lib/platform/i18n/locales.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { loadIncident } from '../../load-incident.ts'
import { ReportClock } from '../../report-clock.tsx'
import { Affected } from './affected.tsx'
import { Deliveries } from './deliveries.tsx'
import { Authority, Send } from './steps.tsx'

interface PageProps {
  params: Promise<{ brand: string; incident: string }>
  searchParams: Promise<Record<string, string | undefined>>
}

const SIZE = 50

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents'))('one') }
}

/** One incident: what is known, whom it touches, telling them, how each was told, and the authority. */
export default async function IncidentPage({ params, searchParams }: PageProps) {
  const [{ brand, incident: id }, query] = await Promise.all([params, searchParams])
  const grant = await requireStaff('incidents:view', brand)
  const incident = await loadIncident(grant, id)
  const after = z.uuid().safeParse(query.after).data
  const tried = AffectedQuery.safeParse(query)
  const trying = tried.success && query.try !== undefined ? tried.data : null
  const [t, people, deliveries, waiting] = await Promise.all([
    getTranslations('incidents'),
    countAffected(grant, trying ?? incident.audience),
    readDeliveries(grant, id, { limit: SIZE + 1, ...(after ? { after } : {}) }),
    isAsked(issueGrant(grant.actor, 'approvals:view', { brand }), `/staff/incidents/${brand}/${id}`),
  ])
  const may = grant.actor.kind === 'staff' && grant.actor.role === 'security_manager'
  const draft = incident.state === 'draft' && may && !waiting
  return (
    <>
      <PageHeader
        title={incident.texts.title[await requestLocale()]}
        lead={getManifest(brand).name}
        back={{ href: `/staff/incidents?brand=${brand}`, label: t('title') }}
        action={
          draft ? (
            <Button href={`/staff/incidents/${brand}/${id}/edit`} tone="secondary">
              {t('edit')}
            </Button>
          ) : null
        }
      />
      {query.done && t.has(`done.${query.done}`) ? <Notice tone="good" title={t(`done.${query.done}`)} /> : null}
      {waiting ? <Notice tone="warn" title={t('waiting')} /> : null}
      <Facts brand={brand} incident={incident} />
      <Affected brand={brand} incident={incident} trying={trying} people={people} may={draft} />
      {draft ? <Send brand={brand} incident={incident} people={people} chosen={!trying} /> : null}
      {deliveries ? (
        <Deliveries brand={brand} incident={id} page={deliveries} size={SIZE} first={!after} may={may} />
      ) : null}
      <Authority brand={brand} incident={incident} may={may} />
      <Texts incident={incident} />
    </>
  )
}

async function Facts({ brand, incident }: { brand: string; incident: IncidentView }) {
  const [t, locale] = await Promise.all([getTranslations('incidents'), requestLocale()])
  const { zone } = getManifest(brand)
  return (
    <DescriptionList
      items={[
        { term: t('knownAt'), value: <DateTime at={incident.knownAt} zone={zone} show="datetime" withZone /> },
        ...(incident.beganAt
          ? [{ term: t('beganAt'), value: <DateTime at={incident.beganAt} zone={zone} show="datetime" withZone /> }]
          : []),
        {
          term: t('losses.title'),
          value: formatList(
            incident.losses.map((loss) => t(`losses.${loss}`)),
            locale,
          ),
        },
        ...(incident.records === null ? [] : [{ term: t('records'), value: formatNumber(incident.records, locale) }]),
        { term: t('authority'), value: <ReportClock incident={incident} zone={zone} /> },
        ...(incident.toldAt
          ? [{ term: t('toldAt'), value: <DateTime at={incident.toldAt} zone={zone} show="datetime" withZone /> }]
          : []),
      ]}
    />
  )
}

async function Texts({ incident }: { incident: IncidentView }) {
  const t = await getTranslations('incidents')
  const sections = SECTIONS.map((key) => ({ key, text: incident.texts[key] }))
  return (
    <Section title={t('said')}>
      {LOCALES.map((locale) => (
        <Details key={locale} summary={languageName(locale, locale)}>
          <div lang={locale}>
            <p className="mb-4 font-medium">{incident.texts.title[locale]}</p>
            <AnnouncementText content={{ title: incident.texts.title, sections }} locale={locale} within />
          </div>
        </Details>
      ))}
      <p className="mt-4">
        <TextLink href="/staff/approvals">{t('toApprovals')}</TextLink>
      </p>
    </Section>
  )
}
