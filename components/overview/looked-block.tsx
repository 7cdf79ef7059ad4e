import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { Block } from './block.tsx'

export interface LookedBlockProps {
  brand: string
  accesses: readonly {
    readonly id: string
    readonly at: Date
    readonly staffName: string | null
    readonly role: string | null
    readonly reason: string | null
  }[]
  zone: string
}

export function LookedBlock({ brand, accesses, zone }: LookedBlockProps) {
  const t = useTranslations('overview.looked')
  const shell = useTranslations('shell.staff')
  return (
    <Block icon="reveal" title={t('title')} more={{ href: `/${brand}/me/access-log`, label: t('all') }}>
      {accesses.length > 0 ? (
        <ul className="grid gap-3">
          {accesses.map(({ id, at, staffName, role, reason }) => (
            <li key={id}>
              {t.rich('last', {
                name: staffName ?? (role ? shell(`roles.${role}`) : '–'),
                date: () => <DateTime at={at} zone={zone} show="datetime" />,
              })}
              {reason ? <span className="block text-sm text-ink-soft wrap-anywhere">{reason}</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">{t('none')}</p>
      )}
    </Block>
  )
}
