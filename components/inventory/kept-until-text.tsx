import { useLocale, useTranslations } from 'next-intl'
import { formatDate } from '#components/ui/format.ts'
import type { KeptUntil } from '#lib/inventory/schema.ts'

/** Until when something is kept, in words. */
export function KeptUntilText({ until, zone }: { until: KeptUntil; zone: string }) {
  const t = useTranslations('inventory.kept')
  const locale = useLocale()
  switch (until.kind) {
    case 'on':
      return t('on', { date: formatDate(until.at, locale, zone, 'long') })
    case 'account':
      return t('account')
    case 'after_closing':
      return t('after_closing', { days: until.days })
  }
}
