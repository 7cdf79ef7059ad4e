import { useLocale, useTranslations } from 'next-intl'
import { DescriptionList } from '#components/ui/description-list.tsx'
import { formatDate } from '#components/ui/format.ts'

/** What a category of data is about, in the reader's language. */
export interface CategoryAbout {
  readonly source: string
  readonly purposes: readonly string[]
  readonly legalBasis: string
  readonly recipients: readonly string[]
  readonly retention: {
    readonly rule: 'account' | 'days' | 'after_closing'
    readonly days: number
    readonly reason: string
    readonly keptGround: string | null
    /** When the newest record goes, where the rule counts from each record. */
    readonly newestUntil: Date | null
  }
}

/** Where a category comes from, what for, who sees it and until when. */
export function CategoryFacts({ about, newest, zone }: { about: CategoryAbout; newest: Date | null; zone: string }) {
  const t = useTranslations('inventory')
  const locale = useLocale()
  const { retention } = about
  return (
    <DescriptionList
      items={[
        { term: t('newest'), value: newest ? formatDate(newest, locale, zone, 'datetime') : t('never') },
        { term: t('source'), value: t(`sources.${about.source}`) },
        { term: t('purposes'), value: about.purposes.join(' · ') },
        { term: t('basis'), value: t(`bases.${about.legalBasis}`) },
        { term: t('recipients'), value: about.recipients.join(' · ') || t('nobody') },
        {
          term: t('until'),
          value: (
            <>
              {t(`kept.${retention.rule}`, { days: retention.days })}
              {retention.newestUntil
                ? ` – ${t('kept.newestOn', { date: formatDate(retention.newestUntil, locale, zone, 'long') })}`
                : ''}
              {retention.keptGround ? ` (${t(`grounds.${retention.keptGround}`)})` : ''}
              <span className="block text-sm text-ink-soft">{retention.reason}</span>
            </>
          ),
        },
      ]}
    />
  )
}
