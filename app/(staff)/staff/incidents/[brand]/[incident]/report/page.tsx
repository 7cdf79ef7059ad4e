import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { formatList, formatNumber } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { getManifest } from '#lib/brands/index.ts'
import { type RegulatorReport, regulatorReport } from '#lib/incidents/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { requestLocale } from '#lib/web/locale.ts'
import { requireStaff } from '#lib/web/require-staff.ts'
import { loadIncident } from '../../../load-incident.ts'
import { ReportClock } from '../../../report-clock.tsx'

interface PageProps {
  params: Promise<{ brand: string; incident: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('incidents.report'))('title') }
}

/** The report for the authority in the order of GDPR article 33, to be printed or saved. */
export default async function ReportPage({ params }: PageProps) {
  const { brand, incident: id } = await params
  const grant = await requireStaff('incidents:view', brand)
  const incident = await loadIncident(grant, id)
  const [report, t, locale] = await Promise.all([
    regulatorReport(grant, id),
    getTranslations('incidents.report'),
    requestLocale(),
  ])
  const { zone } = getManifest(brand)
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('to', { authority: report.authority[locale] })}
        back={{ href: `/staff/incidents/${brand}/${id}`, label: incident.texts.title[locale] }}
      />
      <DescriptionList
        items={[
          {
            term: t('controller'),
            value: (
              <>
                {report.controller.name}
                <span className="block">{report.controller.address[locale]}</span>
              </>
            ),
          },
          { term: t('writtenAt'), value: <DateTime at={report.writtenAt} zone={zone} show="datetime" withZone /> },
          { term: t('clock', { hours: report.clock.hours }), value: <ReportClock incident={incident} zone={zone} /> },
          ...(report.clock.reason ? [{ term: t('lateReason'), value: report.clock.reason }] : []),
        ]}
      />
      <Nature report={report} locale={locale} zone={zone} />
      <Section title={t('contact')}>
        <p>{[report.contact.name, report.contact.email, report.contact.phone].filter(Boolean).join(' · ')}</p>
      </Section>
      {(['consequences', 'measures', 'advice', 'remedies'] as const).map((part) => (
        <Section key={part} title={t(part)}>
          <p className="max-w-prose whitespace-pre-line">{report[part][locale]}</p>
        </Section>
      ))}
      <Told report={report} zone={zone} />
    </>
  )
}

async function Nature({ report, locale, zone }: { report: RegulatorReport; locale: Locale; zone: string }) {
  const [t, incidents] = await Promise.all([getTranslations('incidents.report'), getTranslations('incidents')])
  const { nature } = report
  return (
    <Section title={t('nature')}>
      <p className="mb-4 max-w-prose whitespace-pre-line">{nature.what[locale]}</p>
      <DescriptionList
        items={[
          {
            term: incidents('losses.title'),
            value: formatList(
              nature.losses.map((loss) => incidents(`losses.${loss}`)),
              locale,
            ),
          },
          { term: incidents('knownAt'), value: <DateTime at={nature.knownAt} zone={zone} show="datetime" withZone /> },
          {
            term: t('categories'),
            value: formatList(
              nature.categoriesOfData.map((name) => name[locale]),
              locale,
            ),
          },
          { term: t('people'), value: formatNumber(nature.people, locale) },
          {
            term: incidents('records'),
            value: nature.records === null ? t('unknown') : formatNumber(nature.records, locale),
          },
        ]}
      />
    </Section>
  )
}

async function Told({ report, zone }: { report: RegulatorReport; zone: string }) {
  const [t, deliveries] = await Promise.all([
    getTranslations('incidents.report'),
    getTranslations('incidents.deliveries'),
  ])
  const { at, deliveries: counts } = report.told
  return (
    <Section title={t('told')}>
      {at && counts ? (
        <DescriptionList
          items={[
            { term: t('toldAt'), value: <DateTime at={at} zone={zone} show="datetime" withZone /> },
            ...(['sent', 'letter', 'waiting', 'failed', 'unreachable'] as const).map((state) => ({
              term: deliveries(`states.${state}`),
              value: String(counts[state]),
            })),
          ]}
        />
      ) : (
        <p>{t('notTold')}</p>
      )}
    </Section>
  )
}
