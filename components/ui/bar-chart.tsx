import { useTranslations } from 'next-intl'
import { BarChartPlot } from './bar-chart-plot.tsx'
import { Details } from './details.tsx'
import { Table } from './table.tsx'

export interface Bar {
  /** Full, for the table: "October 2026". */
  label: string
  /** Short, below the bar: "Oct". */
  tick: string
  value: number
  /** The value with its unit, as it is to be read. */
  text: string
  /** An estimate, a day not over yet: drawn hollow, and the note says why. */
  note?: string
}

export interface BarChartProps {
  /** The finding: "12 % less gas than last October". */
  title: string
  /** The unit on the axis. */
  unit: string
  bars: readonly Bar[]
  /** Names of the table's columns. */
  columns: { label: string; value: string; note?: string }
  /** Where the figures come from. */
  source?: string
  level?: 2 | 3
}

/** Bars over time, drawn on the server, with the same figures as a table. */
export function BarChart({ title, unit, bars, columns, source, level = 3 }: BarChartProps) {
  const t = useTranslations('common.chart')
  const Heading = `h${level}` as const
  const noted = bars.some((bar) => bar.note)
  return (
    <figure className="rounded-lg border border-line p-4 sm:p-6">
      <figcaption>
        <Heading className="text-lg">{title}</Heading>
      </figcaption>
      {/* Drawn twice, because text in a drawing shrinks with it: what is not shown is not read out either. */}
      <div className="mt-4 max-sm:hidden">
        <BarChartPlot unit={unit} bars={bars} width={640} />
      </div>
      <div className="mt-4 sm:hidden">
        <BarChartPlot unit={unit} bars={bars} width={340} />
      </div>
      {source ? <p className="mt-2 text-sm text-ink-soft">{t('source', { source })}</p> : null}
      <Details summary={t('table')}>
        <Table
          caption={title}
          rows={bars}
          rowKey={(bar) => bar.label}
          columns={[
            { key: 'label', label: columns.label, names: true, cell: (bar) => bar.label },
            { key: 'value', label: columns.value, align: 'end', cell: (bar) => bar.text },
            ...(noted ? [{ key: 'note', label: columns.note ?? '', cell: (bar: Bar) => bar.note }] : []),
          ]}
        />
      </Details>
    </figure>
  )
}
