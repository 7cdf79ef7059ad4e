import { useLocale, useTranslations } from 'next-intl'
import { BarChart } from '#components/ui/bar-chart.tsx'
import { formatDate } from '#components/ui/format.ts'
import type { Unit, Utility } from '#lib/metering/schema.ts'
import { formatQuantity, inRateUnits, UNIT_SIGN } from './format-quantity.ts'
import { findUsage, type UsageStep } from './usage-finding.ts'

export interface UsageChartProps {
  utility: Utility
  unit: Unit
  step: 'month' | 'day'
  /** Every step to be drawn, oldest first; for months one year more may come before, to compare with. */
  points: readonly UsageStep[]
  /** How many of them are drawn, from the newest. */
  shown: number
  /** The first day of the step that is not over yet. */
  current: string
  /** Where the figures come from: a meter, a charger. */
  source?: string
  level?: 2 | 3
}

/** What was used over time, with what it says as the title. */
export function UsageChart({ utility, unit, step, points, shown, current, source, level = 3 }: UsageChartProps) {
  const t = useTranslations('usage')
  const locale = useLocale()
  const text = (quantity: bigint) => formatQuantity(quantity, unit, locale, 1)
  const written = (day: string, shape: 'month' | 'short-month' | 'date') =>
    formatDate(new Date(day), locale, 'UTC', shape)
  return (
    <BarChart
      title={title()}
      unit={unit === 'event' ? t('times') : UNIT_SIGN[unit]}
      columns={{ label: t(`columns.${step}`), value: t('columns.quantity'), note: t('columns.note') }}
      bars={points.slice(-shown).map(({ day, quantity }) => ({
        label: written(day, step === 'month' ? 'month' : 'date'),
        tick: step === 'month' ? written(day, 'short-month') : String(Number(day.slice(8))),
        value: inRateUnits(quantity, unit),
        text: text(quantity),
        ...(day === current ? { note: t('notOver') } : {}),
      }))}
      level={level}
      {...(source ? { source } : {})}
    />
  )

  function title(): string {
    if (step === 'day') {
      const sum = points.reduce((total, point) => total + point.quantity, 0n)
      return t('finding.only', { utility, quantity: text(sum), month: written(points[0]?.day ?? current, 'month') })
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
