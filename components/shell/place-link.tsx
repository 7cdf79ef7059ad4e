'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '../ui/link.tsx'
import { type Place, placeOf } from './place-of.ts'

export interface PlaceLinkProps {
  href: string
  place: Place
  children: ReactNode
}

const LOOK =
  'group/place flex min-h-11 items-center gap-3 rounded-md border-transparent text-ink-soft hover:bg-sunken ' +
  'aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:font-semibold ' +
  'aria-[current]:text-ink max-wide:h-16 max-wide:flex-col max-wide:justify-center max-wide:gap-1 ' +
  'max-wide:border-t-3 max-wide:px-0.5 max-wide:text-xs max-wide:aria-[current]:rounded-none ' +
  'wide:border-s-3 wide:px-3'

/**
 * A link that knows whether it leads to where the page being read belongs: a layout is not rendered again on the way
 * between pages.
 */
export function PlaceLink({ href, place, children }: PlaceLinkProps) {
  const path = usePathname()
  const here = placeOf(path) === place
  return (
    <Link href={href} aria-current={path === href ? 'page' : here ? 'true' : undefined} className={LOOK}>
      {children}
    </Link>
  )
}
