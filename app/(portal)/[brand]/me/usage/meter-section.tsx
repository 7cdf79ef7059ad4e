import { useLocale, useTranslations } from 'next-intl'
import { Quantity } from '#components/metering/quantity.tsx'
import { alignSteps, daysOf, fillSteps, monthsUntil, yearBefore } from '#components/metering/steps-of.ts'
import { UsageChart, type UsageComparison } from '#components/metering/usage-chart.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { formatDate } from '#components/ui/format.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { MeterView, UsageSeries } from '#lib/metering/index.ts'
import { addDays, localDay, momentOf, monthStart } from '#lib/platform/calendar/index.ts'

/** What the page shows: months, the days of one, or the hours of a day. */
export interface Shown {
  readonly month: string | undefined
  readonly day: string | undefined
  readonly today: string
  readonly now: Date
  readonly zone: string
}

interface MeterSectionProps {
  series: UsageSeries
  meter: MeterView | null
  /** The use of the same meter a year before, where it does not stand in the series itself. */
  lastYear: UsageSeries | null
  /** Another meter of the person that counts in the same unit. */
  beside: UsageSeries | null
  shown: Shown
}

/** The use of one meter, or of all charging, compared with a year before and with another meter. */
export function MeterSection({ series, meter, lastYear, beside, shown }: MeterSectionProps) {
  const t = useTranslations('usage')
  const locale = useLocale()
  const { utility, unit, serial, place, direction, points } = series
  const zone = meter?.zone ?? shown.zone
  const { step, steps, drawn, current } = stepsOf(shown, zone)
  const drawnSteps = steps.slice(-drawn)
  const named =
    direction === 'export' ? t('exported', { utility: t(`utilities.${utility}`) }) : t(`utilities.${utility}`)
  const comparisons: UsageComparison[] = [
    { label: t(`before.${step}`, { day: dayBefore(shown, locale) }), quantities: lastYearOf() },
    ...(beside && beside.unit === unit
      ? [{ label: t('besideMeter', { serial: beside.serial ?? '' }), quantities: quantitiesOf(beside) }]
      : []),
  ].filter(({ quantities }) => quantities.some((quantity) => quantity !== null))
  return (
    <Section
      title={place ? t('meterAt', { utility: named, place }) : named}
      lead={meter ? <MeterFacts meter={meter} /> : undefined}
    >
      {meter && isStale(meter, shown.now) ? (
        <Notice tone="warn" title={t('stale.title')}>
          {t.rich('stale.text', {
            date: () => <DateTime at={meter.lastReadingAt ?? ''} zone={meter.zone} show="date" />,
          })}
        </Notice>
      ) : null}
      <UsageChart
        utility={utility}
        unit={unit}
        step={step}
        points={fillSteps(steps, points)}
        shown={drawn}
        current={current}
        since={sinceOf()}
        zone={zone}
        comparisons={comparisons}
        source={serial ? t('meter', { serial }) : t('chargers')}
      />
    </Section>
  )

  /** The first step of which all was measured: what came before the meter is not missing. */
  function sinceOf(): string | undefined {
    if (!meter) return undefined
    const begun = addDays(localDay(meter.installedAt, zone), 1)
    const first = points[0] && points[0].day.slice(0, 10) < begun ? points[0].day.slice(0, 10) : begun
    if (step === 'month') return monthStart(first, first.endsWith('-01') ? 0 : 1)
    return step === 'hour' ? momentOf(first, zone).toISOString() : first
  }

  function lastYearOf(): (bigint | null)[] {
    if (step === 'month') return alignSteps(drawnSteps, points, yearBefore)
    const before = lastYear?.points ?? []
    if (step === 'day') return alignSteps(drawnSteps, before, yearBefore)
    const hours = new Map(before.map(({ day, quantity }) => [hourOf(day, zone), quantity]))
    return drawnSteps.map((day) => hours.get(hourOf(day, zone)) ?? null)
  }

  function quantitiesOf(other: UsageSeries): (bigint | null)[] {
    return alignSteps(drawnSteps, other.points, (day) => day)
  }
}

function stepsOf({ month, day, today, now }: Shown, zone: string) {
  if (day !== undefined) {
    const steps = hoursOf(day, zone)
    const at = now.toISOString()
    // Of a day that is over no hour is under way.
    const current = day === localDay(now, zone) ? steps.findLast((hour) => hour <= at) : undefined
    return { step: 'hour' as const, steps, drawn: steps.length, current: current ?? at }
  }
  if (month === undefined)
    return { step: 'month' as const, steps: monthsUntil(today, 24), drawn: 12, current: monthStart(today) }
  const steps = daysOf(month)
  return { step: 'day' as const, steps, drawn: steps.length, current: today }
}

/** The beginnings of a day's hours: 23, 24 or 25 of them. */
function hoursOf(day: string, zone: string): string[] {
  const [begun, over] = [momentOf(day, zone).getTime(), momentOf(addDays(day, 1), zone).getTime()]
  return Array.from({ length: Math.round((over - begun) / 3_600_000) }, (_, hour) =>
    new Date(begun + hour * 3_600_000).toISOString().replace('.000Z', 'Z'),
  )
}

function hourOf(at: string, zone: string): string {
  return formatDate(new Date(at), 'en', zone, 'time')
}

/** The same day of the week a year before, with which the hours of a day are compared. */
export function weekdayBefore(day: string): string {
  return addDays(day, -364)
}

function dayBefore({ day }: Shown, locale: string): string {
  return day === undefined ? '' : formatDate(new Date(weekdayBefore(day)), locale, 'UTC')
}

const DAY_MS = 86_400_000

/** Nothing has come for more than three times as long as is usual, and for two days at least. */
function isStale({ lastReadingAt, lastReadingSeconds }: MeterView, now: Date): boolean {
  if (!lastReadingAt) return false
  const usual = Math.max(2 * DAY_MS, 3 * Number(lastReadingSeconds ?? 0) * 1000)
  return now.getTime() - lastReadingAt.getTime() > usual
}

function MeterFacts({ meter }: { meter: MeterView }) {
  const t = useTranslations('usage')
  if (!meter.lastReadingAt) return t('noReading', { serial: meter.serial })
  return (
    <>
      {t.rich('lastReading', {
        serial: meter.serial,
        date: () => <DateTime at={meter.lastReadingAt ?? ''} zone={meter.zone} show="datetime" withZone />,
      })}
      {meter.lastRegister === null ? null : (
        <> {t.rich('register', { value: () => <Quantity value={meter.lastRegister ?? 0n} unit={meter.unit} /> })}</>
      )}
    </>
  )
}
