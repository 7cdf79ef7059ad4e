import { useTranslations } from 'next-intl'
import { Quantity } from '#components/metering/quantity.tsx'
import { daysOf, fillSteps, monthsUntil } from '#components/metering/steps-of.ts'
import { UsageChart } from '#components/metering/usage-chart.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { Section } from '#components/ui/section.tsx'
import type { MeterView, UsageSeries } from '#lib/metering/index.ts'
import { monthStart } from '#lib/platform/calendar/index.ts'

interface MeterSectionProps {
  series: UsageSeries
  meter: MeterView | null
  /** Day by day in this month, else month by month. */
  month: string | undefined
  today: string
}

/** The use of one meter, or of all charging. */
export function MeterSection({ series, meter, month, today }: MeterSectionProps) {
  const t = useTranslations('usage')
  const { utility, unit, serial, place, points } = series
  const steps = month ? daysOf(month) : monthsUntil(today, 24)
  return (
    <Section
      title={place ? t('meterAt', { utility: t(`utilities.${utility}`), place }) : t(`utilities.${utility}`)}
      lead={meter ? <MeterFacts meter={meter} /> : undefined}
    >
      <UsageChart
        utility={utility}
        unit={unit}
        step={month ? 'day' : 'month'}
        points={fillSteps(steps, points)}
        shown={month ? steps.length : 12}
        current={month ? today : monthStart(today)}
        source={serial ? t('meter', { serial }) : t('chargers')}
      />
    </Section>
  )
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
