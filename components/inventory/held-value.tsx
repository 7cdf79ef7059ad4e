import { useLocale, useTranslations } from 'next-intl'
import { formatDate, formatNumber } from '#components/ui/format.ts'
import type { HeldValue } from '#lib/inventory/schema.ts'

/** One value of a record, in the reader's way of writing. */
export function HeldValueText({ value, zone }: { value: HeldValue; zone: string }) {
  const t = useTranslations('inventory.records')
  const locale = useLocale()
  if (value === null || value === '') return <span className="text-ink-soft">{t('missing')}</span>
  if (value instanceof Date)
    return <time dateTime={value.toISOString()}>{formatDate(value, locale, zone, 'datetime')}</time>
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (typeof value === 'number' || typeof value === 'bigint')
    return <span className="tabular-nums">{formatNumber(value, locale, 6)}</span>
  return <span className="wrap-anywhere">{value}</span>
}
