import type { ReactNode } from 'react'
import { Static } from './static.tsx'

export interface CardProps {
  /** The heading; without one the card is only a frame. */
  title?: ReactNode
  children: ReactNode
  /** At the right of the heading: a badge, a link. */
  aside?: ReactNode
  /** Below a line: what can be done with it. */
  footer?: ReactNode
  level?: 2 | 3 | 4
}

/** One thing among several of its kind. */
export function Card({ title, children, aside, footer, level = 2 }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <Static as="article" className="card">
      <div className="grow p-4 sm:p-6">
        {title ? (
          <div className="card-head">
            <Heading className="min-w-0 text-lg wrap-anywhere">{title}</Heading>
            {aside}
          </div>
        ) : null}
        {children}
      </div>
      {footer ? <div className="card-actions">{footer}</div> : null}
    </Static>
  )
}

/** Cards side by side as far as there is room. */
export function CardGrid({ children }: { children: ReactNode }) {
  return <Static className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4">{children}</Static>
}
