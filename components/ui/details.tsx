import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface DetailsProps {
  summary: ReactNode
  children: ReactNode
  open?: boolean
}

/** More for those who want it. */
export function Details({ summary, children, open }: DetailsProps) {
  return (
    <details className="menu" open={open}>
      <summary className="inline-flex min-h-11 items-center gap-1 text-accent underline underline-offset-4">
        <Icon name="down" size={16} className="transition-transform [[open]>summary>&]:rotate-180" />
        {summary}
      </summary>
      <div className="border-l-4 border-line py-2 pl-4">{children}</div>
    </details>
  )
}
