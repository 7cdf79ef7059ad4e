'use client'

import { usePathname } from 'next/navigation'
import { useEffect } from 'react'
import { placeMark } from './place-of.ts'

/**
 * Marks the place to which the page belongs that one moved on to: the layout, which marks the first one, is not
 * rendered again on the way between pages.
 */
export function MarkPlace({ nav }: { nav: string }) {
  const path = usePathname()
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLElement>(`#${nav} a`)) {
      const href = link.getAttribute('href') ?? ''
      const mark = placeMark(path, href, link.dataset.place ?? '')
      if (mark) link.setAttribute('aria-current', mark)
      else link.removeAttribute('aria-current')
    }
  }, [nav, path])
  return null
}
