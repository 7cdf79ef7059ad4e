'use client'

import { usePathname, useServerInsertedHTML } from 'next/navigation'
import { createContext, type ReactNode, useContext, useRef } from 'react'

const Reached = createContext<{ current: boolean }>({ current: false })

/**
 * Next sends an empty document for a page that threw (not found, a fault) and lets scripts draw it: vercel/next.js#62228.
 * Whoever has no scripts is sent to a page that says so instead of to a blank one, and leads whoever has them back. The
 * answer's status stays as it was.
 */
export function PageGuard({ children }: { children: ReactNode }) {
  const reached = useRef(false)
  const from = encodeURIComponent(usePathname() ?? '/')
  useServerInsertedHTML(() =>
    reached.current ? null : (
      <noscript>
        <meta httpEquiv="refresh" content={`0; url=/not-shown?from=${from}`} />
      </noscript>
    ),
  )
  return <Reached value={reached}>{children}</Reached>
}

/** Stands in the page header: when that was rendered on the server, the page has not thrown. A layout cannot know. */
export function PageReached() {
  const reached = useContext(Reached)
  if (typeof window === 'undefined') reached.current = true
  return null
}
