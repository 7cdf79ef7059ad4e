import type { ReactNode } from 'react'
import { Static } from './static.tsx'

export interface SectionProps {
  title: string
  /** One sentence below the title. */
  lead?: ReactNode
  children: ReactNode
  aside?: ReactNode
  /** For a link to this place of the page. */
  id?: string
}

/** A part of a page with its heading. */
export function Section({ title, lead, children, aside, id }: SectionProps) {
  return (
    <Static as="section" id={id} className="mt-10 first:mt-0">
      <div className="mb-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 className="text-xl">{title}</h2>
          {aside}
        </div>
        {lead ? <p className="mt-1 max-w-prose text-ink-soft">{lead}</p> : null}
      </div>
      {children}
    </Static>
  )
}
