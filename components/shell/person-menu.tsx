import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Icon } from '../ui/icon.tsx'

export interface PersonMenuProps {
  name: string
  accountHref: string
  /** The form that signs out. */
  signOut?: ReactNode
}

/** Who is signed in, and the way out. */
export async function PersonMenu({ name, accountHref, signOut }: PersonMenuProps) {
  const t = await getTranslations('shell')
  return (
    <details className="menu relative print:hidden" name="shell-menu">
      <summary className="inline-flex min-h-11 max-w-56 items-center gap-2 rounded-md px-2 hover:bg-sunken">
        <Icon name="account" />
        <span className="sr-only">{t('menu', { name })}</span>
        <span aria-hidden="true" className="truncate text-sm max-sm:hidden">
          {name}
        </span>
        <Icon name="down" size={16} className="text-ink-soft" />
      </summary>
      <div className="absolute end-0 z-20 mt-1 w-60 rounded-md border border-line-strong bg-canvas p-1">
        <p className="border-b border-line px-3 py-2 text-sm text-ink-soft wrap-anywhere">{name}</p>
        {/* A plain link: the page is loaded anew, and the menu is closed on it. */}
        <a href={accountHref} className="flex min-h-11 items-center gap-2 rounded-sm px-3 hover:bg-sunken">
          <Icon name="account" size={16} /> {t('places.account')}
        </a>
        {signOut ? <div className="px-1 py-1">{signOut}</div> : null}
      </div>
    </details>
  )
}
