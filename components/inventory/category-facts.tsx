import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
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

export interface CategoryFactsProps {
  about: CategoryAbout
  newest: Date | null
  zone: string
  /** `newest` is a calendar day, which no zone shifts. */
  byDay?: boolean
}

/** Where a category comes from, what for, who sees it and until when: short facts side by side as far as there is room. */
export function CategoryFacts({ about, newest, zone, byDay = false }: CategoryFactsProps) {
  const t = useTranslations('inventory')
  const locale = useLocale()
  const { retention } = about
  return (
    <dl className="facts">
      <Fact term={t('newest')}>
        {newest ? formatDate(newest, locale, byDay ? 'UTC' : zone, byDay ? 'date' : 'datetime') : t('never')}
      </Fact>
      <Fact term={t('source')}>{t(`sources.${about.source}`)}</Fact>
      <Fact term={t('basis')}>{t(`bases.${about.legalBasis}`)}</Fact>
      <Fact term={t('purposes')}>{about.purposes.join(' · ')}</Fact>
      <Fact term={t('recipients')}>{about.recipients.join(' · ') || t('nobody')}</Fact>
      <Fact term={t('until')}>
        <RetentionText retention={retention} zone={zone} />
        <span className="block text-sm text-ink-soft">{retention.reason}</span>
      </Fact>
    </dl>
  )
}

/** Until when the records of a category are kept, the newest of them, and on which ground where they outlive the account. */
export function RetentionText({ retention, zone }: { retention: CategoryAbout['retention']; zone: string }) {
  const t = useTranslations('inventory')
  const locale = useLocale()
  const { rule, days, newestUntil, keptGround } = retention
  const until = [
    t(`kept.${rule}`, { days }),
    ...(newestUntil ? [t('kept.newestOn', { date: formatDate(newestUntil, locale, zone, 'long') })] : []),
  ].join(' – ')
  return keptGround ? `${until} (${t(`grounds.${keptGround}`)})` : until
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}
