import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Static } from '../ui/static.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { MarkPlace } from './mark-place.tsx'
import { pageOf, placeMark, STAFF_PLACES, type StaffPlace } from './place-of.ts'
import { SkipLink } from './skip-link.tsx'

const LINKS = {
  tools: { icon: 'overview', href: '/staff' },
  support: { icon: 'support', href: '/staff/support' },
  deliveries: { icon: 'send', href: '/staff/deliveries' },
  requests: { icon: 'mail', href: '/staff/requests' },
  arrears: { icon: 'bills', href: '/staff/arrears' },
  transfers: { icon: 'place', href: '/staff/transfers' },
  agents: { icon: 'account', href: '/staff/agents' },
  approvals: { icon: 'check', href: '/staff/approvals' },
  audit: { icon: 'audit', href: '/staff/access' },
  incidents: { icon: 'warn', href: '/staff/incidents' },
} as const satisfies Record<StaffPlace, { icon: IconName; href: string }>

/** The places in the bar of each role, beside all of its tools. */
const BARS = {
  support: ['support', 'arrears', 'approvals'],
  security_manager: ['incidents', 'deliveries', 'audit', 'approvals'],
  data_operator: ['requests', 'arrears', 'deliveries', 'transfers', 'agents', 'approvals'],
  auditor: ['audit', 'approvals'],
} as const satisfies Record<string, readonly StaffPlace[]>

export type BarRole = keyof typeof BARS

/** The links of a role's bar. What has no place in it is reached over all tools, and is marked there. */
export function staffBar(role: BarRole): readonly { href: string; icon: IconName; name: StaffPlace; places: string }[] {
  const own: readonly StaffPlace[] = BARS[role]
  const rest = STAFF_PLACES.filter((place) => !own.includes(place))
  return [
    { ...LINKS.tools, name: 'tools', places: rest.join(' ') },
    ...own.map((place) => ({ ...LINKS[place], name: place, places: place })),
  ]
}

export interface StaffShellProps {
  /** Null on the sign-in page of staff. */
  staff: { name: string; role: BarRole } | null
  /** The page that is asked for. */
  path: string
  signOut?: ReactNode
  children: ReactNode
}

/** Around each page of staff. A dark band and a square frame: nobody takes it for a customer's page. */
export function StaffShell({ staff, path, signOut, children }: StaffShellProps) {
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
              {(staff ? staffBar(staff.role) : []).map(({ href, icon, name, places }) => (
                <li key={name}>
                  <Link
                    href={href}
                    data-place={places}
                    aria-current={placeMark(pageOf(path), href, places)}
                    className="flex min-h-12 items-center gap-2 border-b-3 border-transparent px-3 text-ink-soft hover:text-ink aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink max-sm:text-sm"
                  >
                    <Icon name={icon} size={16} />
                    {t(`staff.places.${name}`)}
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
