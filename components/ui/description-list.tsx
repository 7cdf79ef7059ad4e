import type { ReactNode } from 'react'
import { Static } from './static.tsx'

export interface Description {
  /** Tells the lines apart where two have the same term. */
  key?: string
  term: ReactNode
  value: ReactNode
  /** What can be done with this line: change, reveal. */
  action?: ReactNode
}

export interface DescriptionListProps {
  items: readonly Description[]
  /** All values are a few words long: they stand beside their names on a phone too. */
  short?: boolean
}

const COLUMNS = 'sm:grid-cols-[12rem_1fr_auto]'
const SHORT = 'grid-cols-[8rem_1fr_auto] sm:grid-cols-[minmax(8rem,12rem)_1fr_auto]'

/** Facts about one thing: what it is called, what it is, and what can be done with it. */
export function DescriptionList({ items, short = false }: DescriptionListProps) {
  return (
    <Static as="dl" className="facts-lined border-t border-line">
      {items.map((item, index) => (
        <div
          key={item.key ?? (typeof item.term === 'string' ? item.term : index)}
          className={`grid items-baseline gap-x-4 gap-y-1 border-b border-line py-3 ${short ? SHORT : COLUMNS}`}
        >
          <dt className="font-medium text-ink-soft">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere">{item.value}</dd>
          {item.action ? <dd className="sm:-my-2.5 print:hidden">{item.action}</dd> : null}
        </div>
      ))}
    </Static>
  )
}
