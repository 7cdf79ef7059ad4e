import { useLocale } from 'next-intl'
import type { Bar, Comparison } from './bars.ts'
import { formatNumber } from './format.ts'
import { scaleFor } from './scale-for.ts'

const HEIGHT = 220
const FRAME = { left: 2, right: 48, top: 24, bottom: 28 }
const FLOOR = HEIGHT - FRAME.bottom
const RISE = FLOOR - FRAME.top
/** With less room than this a tick would touch its neighbour. */
const TICK_ROOM = 34

export interface BarChartPlotProps {
  unit: string
  bars: readonly Bar[]
  comparisons: readonly Comparison[]
  /** Of the drawing, in its own units; text keeps its size when it is shown that wide. */
  width: number
}

/**
 * Bars as two paths, one for what is certain and one for what is not: a drawing of few elements costs a page little.
 * The values of single bars are in the table.
 */
export function BarChartPlot({ unit, bars, comparisons, width }: BarChartPlotProps) {
  const locale = useLocale()
  const scale = scaleFor(
    Math.max(
      0,
      ...bars.map((bar) => bar.value),
      ...comparisons.flatMap(({ values }) => values.map((value) => value ?? 0)),
    ),
  )
  const right = width - FRAME.right
  const slot = (right - FRAME.left) / Math.max(1, bars.length)
  const every = Math.max(1, Math.ceil(TICK_ROOM / slot))
  const heightOf = (mark: number) => round(FLOOR - (mark / scale.top) * RISE)
  const across = (mark: number) => `M${FRAME.left} ${heightOf(mark)}H${right}`
  const columns = bars.map((bar, index) => ({ bar, path: column(bar, FRAME.left + index * slot, slot, scale.top) }))
  const pathOf = (noted: boolean) => columns.map(({ bar, path }) => (Boolean(bar.note) === noted ? path : '')).join('')
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="plot block h-auto w-full" role="img" aria-label={inWords(bars)}>
      <path
        d={scale.marks
          .filter((mark) => mark !== 0)
          .map(across)
          .join('')}
        className="stroke-line"
      />
      <path d={across(0)} className="stroke-line-strong" />
      <path d={pathOf(false)} className="fill-accent" />
      <path d={pathOf(true)} className="fill-accent-wash stroke-accent" strokeDasharray="4 3" />
      {bars.some(({ missing }) => missing) ? (
        <path d={missingMarks(bars, slot)} className="stroke-warn" strokeWidth={3} strokeDasharray="3 3" />
      ) : null}
      {comparisons.map(({ label, values }, index) => (
        <path
          key={label}
          d={line(values, slot, scale.top)}
          fill="none"
          strokeWidth={2}
          className={index === 0 ? 'stroke-ink-soft' : 'stroke-warn'}
          strokeDasharray={index === 0 ? undefined : '6 4'}
        />
      ))}
      <text x={right + 8} y={12}>
        {unit}
      </text>
      {scale.marks.map((mark) => (
        <text key={mark} x={right + 8} y={heightOf(mark) + 4}>
          {formatNumber(mark, locale, scale.places)}
        </text>
      ))}
      {bars.map((bar, index) =>
        index % every === 0 ? (
          <text key={bar.label} x={round(FRAME.left + (index + 0.5) * slot)} y={HEIGHT - 8} textAnchor="middle">
            {bar.tick}
          </text>
        ) : null,
      )}
    </svg>
  )
}

/** A bar with round upper corners. Something is never drawn as nothing. */
function column({ value }: Bar, x: number, slot: number, top: number): string {
  if (value <= 0) return ''
  const height = round(Math.max(1, (value / top) * RISE))
  const radius = round(Math.min(3, slot * 0.1, height))
  const inner = round(slot * 0.7 - 2 * radius)
  const corner = (y: number) => `a${radius} ${radius} 0 0 1 ${radius} ${y}`
  return `M${round(x + slot * 0.15)} ${FLOOR}v${round(radius - height)}${corner(-radius)}h${inner}${corner(radius)}V${FLOOR}z`
}

/** A line over the middles of the slots, broken where there is no value. */
function line(values: readonly (number | null)[], slot: number, top: number): string {
  return values
    .map((value, index) => {
      if (value === null) return ''
      const joined = index > 0 && values[index - 1] !== null
      const x = FRAME.left + (index + 0.5) * slot
      const alone = !joined && (values[index + 1] ?? null) === null
      return `${joined ? 'L' : 'M'}${round(x)} ${round(FLOOR - (value / top) * RISE)}${alone ? 'h2' : ''}`
    })
    .join('')
}

function missingMarks(bars: readonly Bar[], slot: number): string {
  return bars
    .map(({ missing }, index) =>
      missing ? `M${round(FRAME.left + (index + 0.15) * slot)} ${FLOOR - 3}h${round(slot * 0.7)}` : '',
    )
    .join('')
}

/** To a tenth of a unit of the drawing, which nobody sees. */
function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** All of a few bars; of many the first and the last, since the table beside it has every one. */
function inWords(bars: readonly Bar[]): string {
  const few = bars.length <= 12 ? bars : bars.filter((_, index) => index === 0 || index === bars.length - 1)
  return few.map((bar) => `${bar.label}: ${bar.text}`).join('; ')
}
