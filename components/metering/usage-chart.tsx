import { useLocale, useTranslations } from 'next-intl'
import { BarChart } from '#components/ui/bar-chart.tsx'
import type { Bar } from '#components/ui/bars.ts'
import { formatDate, formatNumber, zoneName } from '#components/ui/format.ts'
import { UNIT_SIGN, type Unit, type Utility } from '#lib/metering/schema.ts'
import { formatQuantity, inRateUnits } from './format-quantity.ts'
import type { UsageStep } from './steps-of.ts'
import { findUsage } from './usage-finding.ts'

/** Less than this of a step's time was measured: its use is shown as incomplete. */
const WHOLE = 0.985

export interface UsageComparison {
  readonly label: string
  /** One for each step that is drawn, in the unit of the chart. */
  readonly quantities: readonly (bigint | null)[]
}

export interface UsageChartProps {
  utility: Utility
  unit: Unit
  step: 'month' | 'day' | 'hour'
  /** Every step to be drawn, oldest first; for months one year more may come before, to compare with. */
  points: readonly UsageStep[]
  /** How many of them are drawn, from the newest. */
  shown: number
  /** The step that is not over yet, by its first day or, of an hour, its first moment. */
  current: string
  /** The first step for which something should have been measured; without it nothing counts as missing. */
  since?: string | undefined
  /** By whose clock hours are written. */
  zone?: string
  comparisons?: readonly UsageComparison[]
  /** Where the figures come from: a meter, a charger. */
  source?: string
  level?: 2 | 3
}

/** What was used over time, with what it says as the title, and with what is estimated, incomplete or missing. */
export function UsageChart(props: UsageChartProps) {
  const {
    utility,
    unit,
    step,
    points,
    shown,
    current,
    since,
    zone = 'UTC',
    comparisons = [],
    source,
    level = 3,
  } = props
  const t = useTranslations('usage')
  const locale = useLocale()
  const text = (quantity: bigint) => formatQuantity(quantity, unit, locale, step === 'hour' ? 2 : 1)
  const written = (day: string, shape: 'month' | 'short-month' | 'date') =>
    formatDate(new Date(day), locale, 'UTC', shape)
  const drawn = points.slice(-shown)
  const hours = step === 'hour' ? drawn.map(({ day }) => formatDate(new Date(day), locale, zone, 'time')) : []
  return (
    <BarChart
      title={title()}
      unit={unit === 'event' ? t('times') : UNIT_SIGN[unit]}
      columns={{ label: t(`columns.${step}`), value: t('columns.quantity'), note: t('columns.note') }}
      bars={drawn.map(barOf)}
      comparisons={comparisons.map(({ label, quantities }) => ({
        label,
        values: quantities.map((quantity) => (quantity === null ? null : inRateUnits(quantity, unit))),
        texts: quantities.map((quantity) => (quantity === null ? null : text(quantity))),
      }))}
      level={level}
      {...(source ? { source } : {})}
    />
  )

  function barOf(point: UsageStep, index: number): Bar {
    const { day, quantity } = point
    const missing = isMissing(point)
    const note = missing ? t('missing') : noteOf(point)
    return {
      ...namesOf(day, index),
      value: inRateUnits(quantity, unit),
      text: missing ? '–' : text(quantity),
      ...(note ? { note } : {}),
      ...(missing ? { missing } : {}),
    }
  }

  function namesOf(day: string, index: number): Pick<Bar, 'label' | 'tick'> {
    if (step === 'month') return { label: written(day, 'month'), tick: written(day, 'short-month') }
    if (step === 'day') return { label: written(day, 'date'), tick: String(Number(day.slice(8))) }
    const hour = hours[index] ?? ''
    // An hour that comes twice, when clocks are put back, is told by its zone.
    const twice = hours.filter((other) => other === hour).length > 1
    return { label: twice ? `${hour} ${zoneName(new Date(day), locale, zone)}` : hour, tick: hour.replace(/:00$/, '') }
  }

  function isMissing({ day, covered = 1 }: UsageStep): boolean {
    return since !== undefined && day >= since && day < current && covered === 0
  }

  function noteOf({ day, quantity, estimated = 0n, covered = 1 }: UsageStep): string | undefined {
    if (day === current) return t('notOver')
    if (estimated > 0n) return estimated >= quantity ? t('estimated') : t('partlyEstimated')
    if (since === undefined || day < since || day > current || covered >= WHOLE) return undefined
    return t('incomplete', { percent: formatNumber(Math.floor(covered * 100), locale) })
  }

  function title(): string {
    if (step !== 'month') {
      const sum = points.reduce((total, point) => total + point.quantity, 0n)
      const first = points[0]?.day ?? current
      const month = step === 'day' ? written(first, 'month') : formatDate(new Date(first), locale, zone, 'long')
      return t('finding.only', { utility, quantity: text(sum), month })
    }
    const finding = findUsage(points, current)
    if (finding.kind === 'none') return t('finding.none', { utility })
    const month = written(finding.day, 'month')
    if (finding.kind === 'only') return t('finding.only', { utility, quantity: text(finding.quantity), month })
    const against = written(finding.against, 'month')
    if (finding.kind === 'same') return t('finding.same', { utility, month, against })
    return t(`finding.${finding.kind}`, { utility, month, against, percent: finding.percent })
  }
}
