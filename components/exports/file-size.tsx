import { useLocale } from 'next-intl'
import { formatNumber } from '#components/ui/format.ts'

const UNITS = ['B', 'kB', 'MB', 'GB'] as const

/** A size in the unit in which it is easily read. */
export function FileSize({ bytes }: { bytes: number }) {
  const locale = useLocale()
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return (
    <span className="whitespace-nowrap tabular-nums">
      {formatNumber(bytes / 1000 ** step, locale, step > 1 ? 1 : 0)} {UNITS[step]}
    </span>
  )
}
