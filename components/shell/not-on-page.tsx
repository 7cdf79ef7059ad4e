'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** What a layout shows on each page but the one it leads to: a layout is not rendered again on the way between pages. */
export function NotOnPage({ href, children }: { href: string; children: ReactNode }) {
  return usePathname() === href ? null : children
}
