import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { PageReached } from './page-reached.tsx'

export interface PageHeaderProps {
  title: ReactNode
  lead?: ReactNode
  back?: { href: string; label: string }
  /** The one primary action of the page. */
  action?: ReactNode
}

/** The one question of a page, as its only heading of the first level. Each page has one: see PageReached. */
export function PageHeader({ title, lead, back, action }: PageHeaderProps) {
  return (
    <div className="mb-8">
      <PageReached />
      {back ? (
        <Link
          href={back.href}
          className="-ms-1 mb-2 inline-flex min-h-11 items-center gap-1 text-sm text-ink-soft underline underline-offset-4 print:hidden"
        >
          <Icon name="back" size={16} />
          {back.label}
        </Link>
      ) : null}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 max-w-prose">
          <h1 className="text-xl tracking-tight wrap-anywhere sm:text-2xl">{title}</h1>
          {lead ? <p className="mt-2 text-ink-soft">{lead}</p> : null}
        </div>
        {action}
      </div>
    </div>
  )
}
