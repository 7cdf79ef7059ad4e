'use client'

import { usePathname, useSearchParams } from 'next/navigation'

/** The page on which one is, also after moving on within a layout, which is not rendered again for that. */
export function ReturnTo() {
  const path = usePathname()
  const query = useSearchParams().toString()
  return <input type="hidden" name="returnTo" value={query ? `${path}?${query}` : path} />
}
