import { useLocale } from 'next-intl'
import type { Bar } from './bar-chart.tsx'
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
  /** Of the drawing, in its own units; text keeps its size when it is shown that wide. */
  width: number
}

/**
 * Bars as two paths, one for what is certain and one for what is not: a drawing of few elements costs a page little.
 * The values of single bars are in the table.
 */
export function BarChartPlot({ unit, bars, width }: BarChartPlotProps) {
  const locale = useLocale()
  const scale = scaleFor(Math.max(0, ...bars.map((bar) => bar.value)))
  const right = width - FRAME.right
  const slot = (right - FRAME.left) / Math.max(1, bars.length)
  const every = Math.max(1, Math.ceil(TICK_ROOM / slot))
  const heightOf = (mark: number) => FLOOR - (mark / scale.top) * RISE
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
          <text key={bar.label} x={FRAME.left + (index + 0.5) * slot} y={HEIGHT - 8} textAnchor="middle">
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
  const height = Math.max(1, (value / top) * RISE)
  const round = Math.min(3, slot * 0.1, height)
  const inner = slot * 0.7 - 2 * round
  const corner = (y: number) => `a${round} ${round} 0 0 1 ${round} ${y}`
  return `M${x + slot * 0.15} ${FLOOR}v${round - height}${corner(-round)}h${inner}${corner(round)}V${FLOOR}z`
}

/** All of a few bars; of many the first and the last, since the table beside it has every one. */
function inWords(bars: readonly Bar[]): string {
  const few = bars.length <= 12 ? bars : bars.filter((_, index) => index === 0 || index === bars.length - 1)
  return few.map((bar) => `${bar.label}: ${bar.text}`).join('; ')
}
