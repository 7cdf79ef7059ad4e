import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DateTime } from '../ui/date-time.tsx'
import { Icon } from '../ui/icon.tsx'
import { TimeLeft } from './time-left.tsx'

export interface SupportBannerProps {
  staffName: string
  reason: string
  endsAt: Date
  /** The person for whom staff act. */
  person: string
  zone?: string | undefined
  /** The form that ends the session. */
  end?: ReactNode
}

/** While staff act for a person: who, why and the time left, on every page. */
export function SupportBanner({ staffName, reason, endsAt, person, zone, end }: SupportBannerProps) {
  const t = useTranslations('shell.support')
  const locale = useLocale()
  return (
    <section aria-labelledby="support-title" className="border-b-4 border-warn bg-warn-wash">
      <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-8 gap-y-2 px-4 py-3 sm:px-6">
        <h2 id="support-title" className="flex items-center gap-2 font-semibold text-warn">
          <Icon name="support" />
          {t('title', { person })}
        </h2>
        <dl className="flex min-w-0 grow flex-wrap gap-x-6 gap-y-1 text-sm">
          <Fact term={t('who')}>{staffName}</Fact>
          <Fact term={t('why')}>{reason}</Fact>
          <Fact term={t('ends')}>
            <DateTime at={endsAt} show="time" {...(zone ? { zone } : {})} /> (
            <TimeLeft until={endsAt.toISOString()} now={new Date().toISOString()} locale={locale} />)
          </Fact>
        </dl>
        {end}
        <p className="w-full text-sm">{t('recorded', { person })}</p>
      </div>
    </section>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 gap-2">
      <dt className="text-ink-soft">{term}:</dt>
      <dd className="min-w-0 font-medium wrap-anywhere">{children}</dd>
    </div>
  )
}
