import { useLocale, useTranslations } from 'next-intl'
import { Badge } from '#components/ui/badge.tsx'
import { DateTime } from '#components/ui/date-time.tsx'
import { countryName } from '#components/ui/format.ts'
import { TextLink } from './text-link.tsx'

export interface StoragePlaceProps {
  /** The region in words, as the brand writes it. */
  place: string
  /** The country of this account. */
  region: string
  transfersAbroad: 'never' | 'consent'
  /** Null where the brand never asks, and so nothing may leave. */
  allowed: boolean | null
  transfers: readonly { id: string; country: string; reason: string; markedAt: Date; takenBackAt: Date | null }[]
  zone: string
  /** Where a transfer is allowed or refused; null where there is nothing to decide. */
  choice: string | null
}

/** Where one account is kept, whether anything may leave, and what did (WBP-21, ENB-16). */
export function StoragePlace(props: StoragePlaceProps) {
  const { place, region, transfersAbroad, allowed, transfers, zone, choice } = props
  const t = useTranslations('transparency.storage')
  const locale = useLocale()
  const country = (code: string) => countryName(code, locale)
  const state = transfersAbroad === 'never' ? 'never' : allowed === null ? 'unasked' : allowed ? 'allowed' : 'refused'
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">
          {place.includes(country(region)) ? place : t('kept', { place, country: country(region) })}
        </span>
        <Badge tone={state === 'allowed' ? 'info' : 'good'} icon="place">
          {t(`badge.${state}`)}
        </Badge>
      </p>
      <p className="max-w-prose">{t(`text.${state}`)}</p>
      {choice && (state === 'allowed' || state === 'refused') ? (
        <p>
          <TextLink href={choice}>{t('change')}</TextLink>
        </p>
      ) : null}
      {transfersAbroad === 'consent' ? (
        transfers.length > 0 ? (
          <ul className="list-disc ps-5 text-sm">
            {transfers.map((transfer) => (
              <li key={transfer.id}>
                {t.rich('transfer', {
                  country: country(transfer.country),
                  reason: transfer.reason,
                  at: () => <DateTime at={transfer.markedAt} zone={zone} show="datetime" />,
                })}
                {transfer.takenBackAt ? <TakenBack at={transfer.takenBackAt} zone={zone} /> : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-sm text-ink-soft">{t('none')}</p>
        )
      ) : null}
    </div>
  )
}

function TakenBack({ at, zone }: { at: Date; zone: string }) {
  const t = useTranslations('transparency.storage')
  return (
    <span className="block text-ink-soft">
      {t.rich('takenBack', { at: () => <DateTime at={at} zone={zone} show="datetime" /> })}
    </span>
  )
}
