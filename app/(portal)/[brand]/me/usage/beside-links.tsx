import { useTranslations } from 'next-intl'
import { Button } from '#components/ui/button.tsx'
import type { UsageSeries } from '#lib/metering/index.ts'
import type { UsageQuery } from '#lib/metering/schema.ts'

interface BesideLinksProps {
  here: string
  query: UsageQuery
  series: readonly UsageSeries[]
}

/** Chooses a meter to be drawn over the others that count in its unit; nothing where there are no two of those. */
export function BesideLinks({ here, query: { month, day, beside }, series }: BesideLinksProps) {
  const t = useTranslations('usage')
  const comparable = series.filter(
    ({ meterId, unit }) => meterId && series.some((other) => other.unit === unit && other.meterId !== meterId),
  )
  if (comparable.length < 2) return null
  const address = (meterId: string | null) => {
    const kept = { ...(day ? { day } : month ? { month } : {}), ...(meterId ? { beside: meterId } : {}) }
    return `${here}?${new URLSearchParams(kept)}`
  }
  return (
    <nav aria-label={t('beside')} className="mt-4 flex flex-wrap items-center gap-2 print:hidden">
      <span className="text-sm text-ink-soft">{t('beside')}</span>
      {comparable.map(({ meterId, serial, utility }) => (
        <Button
          key={meterId}
          href={address(meterId === beside ? null : meterId)}
          tone={meterId === beside ? 'secondary' : 'quiet'}
        >
          {`${t(`utilities.${utility}`)} ${serial}`}
        </Button>
      ))}
      {beside ? (
        <Button href={address(null)} tone="quiet">
          {t('besideNone')}
        </Button>
      ) : null}
    </nav>
  )
}
