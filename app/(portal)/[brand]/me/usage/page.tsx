import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SessionTable } from '#components/metering/session-table.tsx'
import { Button } from '#components/ui/button.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Pagination } from '#components/ui/pagination.tsx'
import { Section } from '#components/ui/section.tsx'
import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { listChargingSessions, listMeters, usageByDay, usageByHour, usageByMonth } from '#lib/metering/index.ts'
import { UsageQuery } from '#lib/metering/schema.ts'
import { localDay, monthStart } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { requireGrant } from '#lib/web/require-grant.ts'
import { BesideLinks } from './beside-links.tsx'
import { MeterSection, weekdayBefore } from './meter-section.tsx'
import { StepLinks } from './step-links.tsx'
import { TakeAlong } from './take-along.tsx'

interface PageProps {
  params: Promise<{ brand: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const SESSIONS = 20
const MONTHS_BACK = 23

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('usage'))('title') }
}

function readUsage(grant: Grant<'usage:view'>, { month, day, before }: UsageQuery, charges: boolean) {
  return inScope(grant, async () => ({
    ...(await readSeries(grant, { month, day })),
    meters: await listMeters(grant),
    charged:
      charges && !month && !day
        ? await listChargingSessions(grant, { limit: SESSIONS, ...(before ? { before } : {}) })
        : { sessions: [], more: false },
  }))
}

/** What is shown, and the same a year before where one reading does not give both. */
async function readSeries(grant: Grant<'usage:view'>, { month, day }: Pick<UsageQuery, 'month' | 'day'>) {
  if (day)
    return {
      series: await usageByHour(grant, { day }),
      lastYear: await usageByHour(grant, { day: weekdayBefore(day) }),
    }
  if (!month) return { series: await usageByMonth(grant, { monthsBack: MONTHS_BACK }), lastYear: [] }
  return {
    series: await usageByDay(grant, { month }),
    lastYear: await usageByDay(grant, { month: monthStart(`${month}-01`, -12).slice(0, 7) }),
  }
}

export default async function UsagePage({ params, searchParams }: PageProps) {
  const { brand } = await params
  const query = UsageQuery.parse(await searchParams)
  const grant = await requireGrant('usage:view', brand)
  const manifest = getManifest(brand)
  const charges = manifest.categories.some(({ shape }) => shape === 'charging_session')
  const [{ series, lastYear, meters, charged }, t] = await Promise.all([
    readUsage(grant, query, charges),
    getTranslations('usage'),
  ])
  const now = clock.now()
  const today = localDay(now, manifest.zone)
  const here = `/${brand}/me/usage`
  const last = charged.sessions.at(-1)
  const nothing = series.length === 0 && meters.length === 0 && charged.sessions.length === 0
  // Only what meters count of energy and water has a format of its own, and only the person takes it along.
  const measured = [...meters, ...series.filter(({ meterId }) => meterId)].some(({ utility }) => utility !== 'service')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        back={{ href: `/${brand}/me/bills`, label: t('back') }}
        action={
          <Button href={`${here}/cost`} tone="secondary">
            {t('cost')}
          </Button>
        }
      />
      {nothing && !query.month && !query.day ? (
        <EmptyState
          icon="meter"
          title={t('empty.title')}
          action={
            <Button href={`/${brand}/me/devices/add`} icon="plus">
              {t('empty.add')}
            </Button>
          }
        >
          {t('empty.text')}
        </EmptyState>
      ) : (
        <StepLinks here={here} month={query.month} day={query.day} today={today} />
      )}
      {series.length === 0 && query.month ? <p className="mt-6 text-ink-soft">{t('nothingInMonth')}</p> : null}
      {series.length === 0 && query.day ? <p className="mt-6 text-ink-soft">{t('nothingByHour')}</p> : null}
      <BesideLinks here={here} query={query} series={series} />
      {series.map((one) => (
        <MeterSection
          key={one.meterId ?? one.utility}
          series={one}
          meter={meters.find(({ id }) => id === one.meterId) ?? null}
          lastYear={lastYear.find(({ meterId, utility }) => meterId === one.meterId && utility === one.utility) ?? null}
          beside={series.find(({ meterId }) => meterId === query.beside && meterId !== one.meterId) ?? null}
          shown={{ month: query.month, day: query.day, today, now, zone: manifest.zone }}
        />
      ))}
      {charges && (charged.sessions.length > 0 || (query.before && !query.month && !query.day)) ? (
        <Section title={t('sessions.title')}>
          <SessionTable sessions={charged.sessions} zone={manifest.zone} />
          <Pagination
            newer={query.before ? here : null}
            older={charged.more && last ? `${here}?before=${last.startedAt.toISOString()}_${last.id}` : null}
          />
          {grant.actor.kind === 'person' ? (
            <p className="mt-4 print:hidden">
              <Button href={`/api/${brand}/charging-sessions`} tone="secondary" icon="download" external>
                {t('sessions.ocpi')}
              </Button>
            </p>
          ) : null}
        </Section>
      ) : null}
      {measured && grant.actor.kind === 'person' ? <TakeAlong brand={brand} today={today} /> : null}
    </>
  )
}
