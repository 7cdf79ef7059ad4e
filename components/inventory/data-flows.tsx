import { useTranslations } from 'next-intl'
import { Static } from '../ui/static.tsx'

export interface DataFlow {
  readonly category: string
  readonly purposes: readonly string[]
  readonly recipients: readonly string[]
  /** Which of them gets it for which of the purposes. */
  readonly handed: readonly { readonly purpose: string; readonly recipient: string }[]
}

const ROW = 44
const BOX = 240
const GAP = 120
const WIDTH = BOX * 3 + GAP * 2
const HEAD = 36
const CORNER = 6
/** Characters that a box has room for; the whole name stands in the title and in the table. */
const ROOM = 27

/**
 * Where data flows: each kind to the purposes it serves, and from there to whoever gets it for them. Drawn on the
 * server; the cards above it say the same to whoever does not see the picture.
 */
export function DataFlows({ flows }: { flows: readonly DataFlow[] }) {
  const t = useTranslations('inventory.flows')
  const categories = flows.map(({ category }) => category)
  const purposes = [...new Set(flows.flatMap((flow) => flow.purposes))]
  const recipients = [...new Set(flows.flatMap((flow) => flow.recipients))]
  const columns = [categories, purposes, recipients]
  const rows = Math.max(...columns.map((names) => names.length))
  const lines = [
    ...flows.flatMap((flow, from) => flow.purposes.map((name) => ({ column: 0, from, to: purposes.indexOf(name) }))),
    ...flows.flatMap((flow) =>
      flow.handed.map(({ purpose, recipient }) => ({
        column: 1,
        from: purposes.indexOf(purpose),
        to: recipients.indexOf(recipient),
      })),
    ),
  ]
  return (
    <Static
      as="svg"
      viewBox={`0 0 ${WIDTH} ${HEAD + rows * ROW}`}
      className="w-full"
      role="img"
      aria-label={t('caption')}
    >
      <title>{t('caption')}</title>
      {[t('category'), t('purposes'), t('recipients')].map((name, column) => (
        <text key={name} x={leftOf(column)} y={20} className="fill-ink-soft text-sm font-medium">
          {name}
        </text>
      ))}
      <path d={curves(lines)} className="fill-none stroke-accent opacity-40" strokeWidth={1.5} />
      <path
        d={columns.map((names, column) => names.map((_, row) => box(column, row)).join('')).join('')}
        className="fill-canvas stroke-line-strong"
      />
      {columns.map((names, column) =>
        names.map((name, row) => <Name key={`${leftOf(column)} ${name}`} name={name} column={column} row={row} />),
      )}
    </Static>
  )
}

const leftOf = (column: number) => column * (BOX + GAP)
const middleOf = (row: number) => HEAD + row * ROW + ROW / 2

function curve(column: number, from: number, to: number): string {
  const [x, end] = [leftOf(column) + BOX, leftOf(column + 1)]
  const [y, last] = [middleOf(from), middleOf(to)]
  return `M${x} ${y}C${x + GAP / 2} ${y} ${end - GAP / 2} ${last} ${end} ${last}`
}

/** One path for all of them: a picture of few elements is drawn fast. */
function curves(lines: readonly { column: number; from: number; to: number }[]): string {
  return [...new Set(lines.map(({ column, from, to }) => curve(column, from, to)))].join('')
}

function box(column: number, row: number): string {
  const [width, height] = [BOX - 2 * CORNER, ROW - 8 - 2 * CORNER]
  const round = (x: number, y: number) => `a${CORNER} ${CORNER} 0 0 1 ${x} ${y}`
  return `M${leftOf(column) + CORNER} ${HEAD + row * ROW + 4}h${width}${round(CORNER, CORNER)}v${height}${round(-CORNER, CORNER)}h${-width}${round(-CORNER, -CORNER)}v${-height}${round(CORNER, -CORNER)}z`
}

function Name({ name, column, row }: { name: string; column: number; row: number }) {
  // A Chinese sign is as wide as two letters.
  const wide = /\p{Script=Han}/u.test(name) ? ROOM * 0.55 : ROOM
  const long = [...name].length > wide
  return (
    <text x={leftOf(column) + 12} y={middleOf(row) + 5} className="fill-ink text-sm">
      {long ? `${[...name].slice(0, Math.floor(wide) - 1).join('')}…` : name}
      {long ? <title>{name}</title> : null}
    </text>
  )
}
