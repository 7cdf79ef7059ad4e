'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export interface PlaceLinkProps {
  href: string
  /** Only the address itself, not what lies below it. */
  exact: boolean
  children: ReactNode
}

const LOOK =
  'group/place flex min-h-11 items-center gap-3 rounded-md border-transparent text-ink-soft hover:bg-sunken ' +
  'aria-[current=page]:border-accent aria-[current=page]:bg-accent-wash aria-[current=page]:font-semibold ' +
  'aria-[current=page]:text-ink max-wide:h-16 max-wide:flex-col max-wide:justify-center max-wide:gap-1 ' +
  'max-wide:border-t-3 max-wide:px-0.5 max-wide:text-xs max-wide:aria-[current=page]:rounded-none ' +
  'wide:border-s-3 wide:px-3'

/** A link that knows whether it leads to the page being read: a layout is not rendered again on the way between pages. */
export function PlaceLink({ href, exact, children }: PlaceLinkProps) {
  const path = usePathname()
  const here = path === href || (!exact && path.startsWith(`${href}/`))
  return (
    <Link href={href} prefetch={false} aria-current={here ? 'page' : undefined} className={LOOK}>
      {children}
    </Link>
  )
}
