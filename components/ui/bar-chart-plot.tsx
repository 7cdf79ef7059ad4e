import { useLocale } from 'next-intl'
import type { Bar } from './bar-chart.tsx'
import { formatNumber } from './format.ts'
import { type Scale, scaleFor } from './scale-for.ts'

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

export function BarChartPlot({ unit, bars, width }: BarChartPlotProps) {
  const scale = scaleFor(Math.max(0, ...bars.map((bar) => bar.value)))
  const right = width - FRAME.right
  const slot = (right - FRAME.left) / Math.max(1, bars.length)
  const every = Math.max(1, Math.ceil(TICK_ROOM / slot))
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} className="block h-auto w-full" role="img" aria-label={inWords(bars)}>
      <text x={right + 8} y={12} className="fill-ink-soft text-xs">
        {unit}
      </text>
      <Lines scale={scale} right={right} />
      {bars.map((bar, index) => (
        <g key={bar.label}>
          <Column bar={bar} x={FRAME.left + index * slot} slot={slot} top={scale.top} />
          {index % every === 0 ? (
            <text
              x={FRAME.left + (index + 0.5) * slot}
              y={HEIGHT - 8}
              textAnchor="middle"
              className="fill-ink-soft text-xs"
            >
              {bar.tick}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  )
}

function Lines({ scale, right }: { scale: Scale; right: number }) {
  const locale = useLocale()
  return scale.marks.map((mark) => {
    const y = FLOOR - (mark / scale.top) * RISE
    return (
      <g key={mark}>
        <line x1={FRAME.left} x2={right} y1={y} y2={y} className={mark === 0 ? 'stroke-line-strong' : 'stroke-line'} />
        <text x={right + 8} y={y + 4} className="fill-ink-soft text-xs tabular-nums">
          {formatNumber(mark, locale, scale.places)}
        </text>
      </g>
    )
  })
}

function Column({ bar, x, slot, top }: { bar: Bar; x: number; slot: number; top: number }) {
  // Something is never drawn as nothing.
  const height = bar.value > 0 ? Math.max(1, (bar.value / top) * RISE) : 0
  return (
    <rect
      x={x + slot * 0.15}
      y={FLOOR - height}
      width={slot * 0.7}
      height={height}
      rx={Math.min(3, slot * 0.1)}
      strokeDasharray={bar.note ? '4 3' : undefined}
      className={bar.note ? 'fill-accent-wash stroke-accent' : 'fill-accent'}
    >
      <title>{`${bar.label}: ${bar.text}`}</title>
    </rect>
  )
}

/** All of a few bars; of many the first and the last, since the table beside it has every one. */
function inWords(bars: readonly Bar[]): string {
  const few = bars.length <= 12 ? bars : bars.filter((_, index) => index === 0 || index === bars.length - 1)
  return few.map((bar) => `${bar.label}: ${bar.text}`).join('; ')
}
