import { useTranslations } from 'next-intl'
import { DateTime } from '#components/ui/date-time.tsx'
import { DescriptionList } from '#components/ui/description-list.tsx'
import type { ProfileView } from '#lib/profile/schema.ts'
import { Link } from '../ui/link.tsx'

interface SignInFactsProps {
  brand: string
  zone: string
  profile: ProfileView
  /** False for staff, who may look and change nothing of it. */
  own: boolean
}

/** How the person signs in, line by line, with the way to change it. */
export function SignInFacts({ brand, zone, profile, own }: SignInFactsProps) {
  const t = useTranslations('profile.signIn')
  const fields = useTranslations('identity.fields')
  const names = profile.identifiers.map(({ kind, shown, changedBy }) => ({
    key: kind,
    term: fields(kind),
    value:
      changedBy === 'request' ? (
        <>
          {shown ?? t('none')}
          <span className="block text-sm text-ink-soft">{t('byRequest')}</span>
        </>
      ) : (
        (shown ?? t('none'))
      ),
    action: own ? (
      <Way href={`/${brand}/me/profile/identifier/${kind}`} about={fields(kind)}>
        {t(changedBy === 'request' ? 'ask' : shown ? 'change' : 'add')}
      </Way>
    ) : undefined,
  }))
  const password = {
    key: 'password',
    term: t('password'),
    value: t(profile.hasPassword ? 'passwordSet' : 'passwordNone'),
    action: own ? (
      <Way href={`/${brand}/me/profile/password`}>{t(profile.hasPassword ? 'passwordChange' : 'passwordAdd')}</Way>
    ) : undefined,
  }
  const facts = [
    {
      key: 'ref',
      term: t('ref'),
      value: (
        <>
          <span className="tabular-nums">{profile.ref}</span>{' '}
          <span className="text-sm text-ink-soft">{t('refHint')}</span>
        </>
      ),
    },
    { key: 'since', term: t('since'), value: <DateTime at={profile.registeredAt} zone={zone} /> },
  ]
  return <DescriptionList items={[...names, password, ...facts]} />
}

function Way({ href, about, children }: { href: string; about?: string; children: string }) {
  return (
    <Link className="link" href={href}>
      {children}
      {about ? <span className="sr-only">: {about}</span> : null}
    </Link>
  )
}
