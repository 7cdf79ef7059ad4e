import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'

export interface HeaderMenuProps {
  /** Unique on the page. */
  id: string
  icon: IconName
  /** What is read out; it holds the words that are seen. */
  label: string
  /** What is seen where there is room. */
  shown: string
  children: ReactNode
}

/** A menu of the platform's own: it closes on Escape and on a click elsewhere, without JavaScript. */
export function HeaderMenu({ id, icon, label, shown, children }: HeaderMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="inline-flex min-h-11 max-w-56 cursor-pointer items-center gap-2 rounded-md px-2 hover:bg-current/10 print:hidden"
      >
        <Icon name={icon} />
        <span className="truncate text-sm max-sm:hidden">{shown}</span>
        <Icon name="down" size={16} className="opacity-70" />
      </button>
      <div
        id={id}
        popover="auto"
        className="header-menu w-60 rounded-md border border-line-strong bg-canvas p-1 text-ink"
      >
        {children}
      </div>
    </>
  )
}
