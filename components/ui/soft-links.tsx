'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'

/**
 * Follows every Link of the page by Next's router: one listener instead of a component for each link. A click that asks
 * for another tab or window, or that somebody else has answered, is left to the browser.
 */
export function SoftLinks() {
  const router = useRouter()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = softLinkOf(event)
      if (!link) return
      event.preventDefault()
      startTransition(() => router.push(link.href))
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return null
}

function softLinkOf(event: MouseEvent): HTMLAnchorElement | null {
  const { button, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented, target } = event
  if (defaultPrevented || button !== 0 || altKey || ctrlKey || metaKey || shiftKey) return null
  // A link that names a window of its own opens there.
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-soft]:not([target])') : null
}
