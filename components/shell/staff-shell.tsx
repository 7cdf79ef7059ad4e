import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Static } from '../ui/static.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MarkPlace } from './mark-place.tsx'
import { folderMark, pageOf } from './place-of.ts'
import { SkipLink } from './skip-link.tsx'

const STAFF_PLACES = {
  support: { icon: 'support', href: '/staff/support' },
  deliveries: { icon: 'send', href: '/staff/deliveries' },
  requests: { icon: 'mail', href: '/staff/requests' },
  arrears: { icon: 'bills', href: '/staff/arrears' },
  transfers: { icon: 'place', href: '/staff/transfers' },
  agents: { icon: 'account', href: '/staff/agents' },
  approvals: { icon: 'check', href: '/staff/approvals' },
  audit: { icon: 'audit', href: '/staff/access' },
  incidents: { icon: 'warn', href: '/staff/incidents' },
} as const satisfies Record<string, { icon: IconName; href: string }>

export type StaffPlace = keyof typeof STAFF_PLACES

export interface StaffShellProps {
  /** Null on the sign-in page of staff. */
  staff: { name: string; role: 'support' | 'security_manager' | 'data_operator' | 'auditor' } | null
  /** The places that this role may go to. */
  places: readonly StaffPlace[]
  /** The page that is asked for. */
  path: string
  signOut?: ReactNode
  children: ReactNode
}

/** Around each page of staff. A dark band and a square frame: nobody takes it for a customer's page. */
export function StaffShell({ staff, places, path, signOut, children }: StaffShellProps) {
  const t = useTranslations('shell')
  return (
    <div className="staff flex min-h-dvh flex-col border-x-8 border-staff max-sm:border-x-4 print:block print:border-0">
      <SkipLink />
      <header className="bg-staff text-on-staff print:hidden">
        <div className="mx-auto flex min-h-16 max-w-page flex-wrap items-center justify-between gap-x-4 px-4 py-2 sm:px-6">
          <Link href="/staff" className="flex min-h-11 items-center gap-3 font-semibold">
            <span className="border-2 border-current px-2 py-0.5 font-mono text-sm uppercase">{t('staff.label')}</span>
            Openbook
          </Link>
          <div className="flex flex-wrap items-center gap-x-4 text-sm">
            <LanguageSwitch path={path} />
            {staff ? (
              <>
                <span>
                  {staff.name}
                  <span className="max-sm:sr-only"> · {t(`staff.roles.${staff.role}`)}</span>
                </span>
                {signOut}
              </>
            ) : null}
          </div>
        </div>
      </header>
      <div className="border-b border-line bg-sunken print:hidden">
        <div className="mx-auto max-w-page px-4 sm:px-6">
          <Static as="nav" id="places" aria-label={t('staff.nav')}>
            <ul className="-mx-3 flex flex-wrap">
              {places.map((place) => (
                <li key={place}>
                  <Link
                    href={STAFF_PLACES[place].href}
                    aria-current={folderMark(pageOf(path), STAFF_PLACES[place].href)}
                    className="flex min-h-12 items-center gap-2 border-b-3 border-transparent px-3 text-ink-soft hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink max-sm:text-sm"
                  >
                    <Icon name={STAFF_PLACES[place].icon} size={16} />
                    {t(`staff.places.${place}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </Static>
          <MarkPlace nav="places" />
        </div>
      </div>
      <main id="content" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 pt-8 sm:px-6">
        {children}
      </main>
      <footer className="mx-auto w-full max-w-page px-4 py-8 text-sm text-ink-soft sm:px-6 print:hidden">
        {t('staff.notice')}
      </footer>
    </div>
  )
}
