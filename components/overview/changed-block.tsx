import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Link } from '../ui/link.tsx'
import { Block } from './block.tsx'

interface PolicyFact {
  readonly version: string
  readonly effectiveOn: string
}

export interface ChangedBlockProps {
  brand: string
  policy: PolicyFact
  /** Announced and not yet in force. */
  upcoming: PolicyFact | null
  /** New or changed recipients that wait for an answer. */
  openAsks: number
  openRequests: number
}

export function ChangedBlock({ brand, policy, upcoming, openAsks, openRequests }: ChangedBlockProps) {
  const t = useTranslations('overview.changed')
  return (
    <Block icon="refresh" title={t('title')} more={{ href: `/${brand}/policy`, label: t('read') }}>
      <ul className="grid gap-3">
        <li>{t.rich('policy', { version: policy.version, date: () => <DateTime at={policy.effectiveOn} /> })}</li>
        {upcoming ? (
          <li>
            <Link
              className="font-medium text-accent underline underline-offset-4"
              href={`/${brand}/policy/${upcoming.version}`}
            >
              {t.rich('upcoming', { date: () => <DateTime at={upcoming.effectiveOn} /> })}
            </Link>
          </li>
        ) : null}
        {openAsks > 0 ? (
          <li>
            <Link
              className="font-medium text-accent underline underline-offset-4"
              href={`/${brand}/me/choices/recipients`}
            >
              {t('recipients', { count: openAsks })}
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="text-accent underline underline-offset-4" href={`/${brand}/me/requests`}>
            {t('requests', { count: openRequests })}
          </Link>
        </li>
      </ul>
    </Block>
  )
}
