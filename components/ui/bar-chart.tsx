import { useTranslations } from 'next-intl'
import { BarChartPlot } from './bar-chart-plot.tsx'
import type { Bar, Comparison } from './bars.ts'
import { Details } from './details.tsx'
import { Static } from './static.tsx'
import { Table } from './table.tsx'

export interface BarChartProps {
  /** The finding: "12% less gas than last October". */
  title: string
  /** The unit on the axis. */
  unit: string
  bars: readonly Bar[]
  /** Drawn as lines over the bars: two at most. */
  comparisons?: readonly Comparison[]
  /** Names of the table's columns. */
  columns: { label: string; value: string; note?: string }
  /** Where the figures come from. */
  source?: string
  level?: 2 | 3
}

const COMPARISON_LINES = ['border-ink-soft', 'border-dashed border-warn']

/** Bars over time, drawn on the server, with the same figures as a table. */
export function BarChart({ title, unit, bars, comparisons = [], columns, source, level = 3 }: BarChartProps) {
  const t = useTranslations('common.chart')
  const Heading = `h${level}` as const
  // A line needs two points; a single one stays in the table.
  const drawn = comparisons.filter(
    ({ values }) => values.filter((value) => value !== null && value !== undefined).length > 1,
  )
  const noted = bars.some((bar) => bar.note)
  return (
    <Static as="figure" className="rounded-lg border border-line p-4 sm:p-6">
      <figcaption>
        <Heading className="text-lg">{title}</Heading>
      </figcaption>
      {/* Drawn twice, because text in a drawing shrinks with it: what is not shown is not read out either. */}
      <div className="mt-4 max-sm:hidden">
        <BarChartPlot unit={unit} bars={bars} comparisons={drawn} width={640} />
      </div>
      <div className="mt-4 sm:hidden">
        <BarChartPlot unit={unit} bars={bars} comparisons={drawn} width={340} />
      </div>
      {drawn.map(({ label }, index) => (
        <p key={label} className="mt-2 text-sm text-ink-soft">
          <span
            aria-hidden="true"
            className={`me-2 inline-block w-6 border-t-2 align-middle ${COMPARISON_LINES[index]}`}
          />
          {label}
        </p>
      ))}
      {source ? <p className="mt-2 text-sm text-ink-soft">{t('source', { source })}</p> : null}
      <Details summary={t('table')}>
        <Table
          caption={title}
          rows={bars}
          rowKey={(bar) => bar.label}
          columns={[
            { key: 'label', label: columns.label, names: true, cell: (bar) => bar.label },
            { key: 'value', label: columns.value, align: 'end', cell: (bar) => bar.text },
            ...comparisons.map(({ label, texts }, index) => ({
              key: `comparison-${index}`,
              label,
              align: 'end' as const,
              cell: (bar: Bar) => texts[bars.indexOf(bar)] ?? '–',
            })),
            ...(noted ? [{ key: 'note', label: columns.note ?? '', cell: (bar: Bar) => bar.note }] : []),
          ]}
        />
      </Details>
    </Static>
  )
}
