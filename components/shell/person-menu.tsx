import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'
import { HeaderMenu } from './header-menu.tsx'

export interface PersonMenuProps {
  name: string
  accountHref: string
  /** The form that signs out. */
  signOut?: ReactNode
}

/** Who is signed in, and the way out. */
export function PersonMenu({ name, accountHref, signOut }: PersonMenuProps) {
  const t = useTranslations('shell')
  return (
    <HeaderMenu id="person-menu" icon="account" label={t('menu', { name })} shown={name}>
      <p className="border-b border-line px-3 py-2 text-sm text-ink-soft wrap-anywhere">{name}</p>
      {/* A plain link: the page is loaded anew, and the menu is closed on it. */}
      <a href={accountHref} className="flex min-h-11 items-center gap-2 rounded-sm px-3 hover:bg-sunken">
        <Icon name="account" size={16} /> {t('places.account')}
      </a>
      {signOut ? <div className="px-1 py-1">{signOut}</div> : null}
    </HeaderMenu>
  )
}
