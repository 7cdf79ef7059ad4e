import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Icon, type IconName } from '../ui/icon.tsx'

const PLACES = [
  { key: 'overview', icon: 'overview', path: '' },
  { key: 'data', icon: 'data', path: '/data' },
  { key: 'devices', icon: 'devices', path: '/devices' },
  { key: 'choices', icon: 'choices', path: '/choices' },
  { key: 'bills', icon: 'bills', path: '/bills' },
  { key: 'account', icon: 'account', path: '/account' },
] as const satisfies readonly { key: string; icon: IconName; path: string }[]

export type Place = (typeof PLACES)[number]['key']

/** The six places of a signed-in person: a column at the left, on a phone a bar at the bottom. One list, two looks. */
export async function Places({ brand, current }: { brand: string; current: Place | null }) {
  const t = await getTranslations('shell')
  return (
    <nav
      aria-label={t('places.label')}
      className="z-10 max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:border-t max-wide:border-line max-wide:bg-canvas max-wide:pb-[env(safe-area-inset-bottom)] wide:w-52 wide:shrink-0 print:hidden [@media(max-height:25rem)]:static!"
    >
      <ul className="flex wide:sticky wide:top-6 wide:flex-col wide:gap-1">
        {PLACES.map((place) => {
          const here = place.key === current
          return (
            <li key={place.key} className="min-w-0 max-wide:flex-auto">
              <Link
                href={`/${brand}/me${place.path}`}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={`flex min-h-11 items-center gap-3 rounded-md hover:bg-sunken max-wide:h-16 max-wide:flex-col max-wide:justify-center max-wide:gap-1 max-wide:border-t-3 max-wide:px-0.5 max-wide:text-xs wide:border-s-3 wide:px-3 ${here ? 'border-accent bg-accent-wash font-semibold max-wide:rounded-none' : 'border-transparent text-ink-soft'}`}
              >
                <Icon name={place.icon} className={here ? 'text-accent' : ''} />
                <span className="max-wide:hidden">{t(`places.${place.key}`)}</span>
                <span className="wide:hidden">{t(`short.${place.key}`)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
