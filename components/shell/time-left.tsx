'use client'

import { useEffect, useState } from 'react'

const MINUTE = 60_000
const OFTEN = 15_000

/** How long until then, in the words of the locale; it keeps up while the page stays open. */
export function TimeLeft({ until, now, locale }: { until: string; now: string; locale: string }) {
  const [at, setAt] = useState(() => Date.parse(now))
  useEffect(() => {
    const timer = setInterval(() => setAt(Date.now()), OFTEN)
    return () => clearInterval(timer)
  }, [])
  const minutes = Math.max(0, Math.floor((Date.parse(until) - at) / MINUTE))
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(minutes, 'minute')
}
