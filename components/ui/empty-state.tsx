import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export interface EmptyStateProps {
  title: string
  /** Why there is nothing, and what would change that. */
  children?: ReactNode
  icon?: IconName
  action?: ReactNode
}

/** Nothing here, said so that it is no riddle. */
export function EmptyState({ title, children, icon = 'neutral', action }: EmptyStateProps) {
  return (
    <div className="rounded-lg border border-dashed border-line-strong px-4 py-10 text-center">
      <Icon name={icon} size={32} className="mx-auto text-ink-soft" />
      <p className="mt-3 text-lg font-semibold text-balance">{title}</p>
      {children ? <div className="mx-auto mt-1 max-w-prose text-ink-soft">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
