'use client'

import { useEffect } from 'react'

const TRIED = 'openbook.back-from-not-shown'

/**
 * Takes a browser that does run scripts from the page for those that do not back to the page it was on: there scripts
 * draw what there is to say. Once for each page, so that nothing goes round in circles.
 */
export function BackWithScripts() {
  useEffect(() => {
    const from = new URLSearchParams(window.location.search).get('from') ?? ''
    const page = from.startsWith('/') ? new URL(from, window.location.origin) : null
    if (page?.origin !== window.location.origin || sessionStorage.getItem(TRIED) === page.pathname) return
    sessionStorage.setItem(TRIED, page.pathname)
    window.location.replace(page.pathname)
  }, [])
  return null
}
