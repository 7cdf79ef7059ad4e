import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '../ui/icon.tsx'
import { PlaceLink } from './place-link.tsx'
import { PLACES, type Place } from './place-of.ts'

const ICONS = {
  overview: 'overview',
  data: 'data',
  devices: 'devices',
  choices: 'choices',
  bills: 'bills',
  account: 'account',
} as const satisfies Record<Place, IconName>

/** The six places of a signed-in person: a column at the left, on a phone a bar at the bottom. One list, two looks. */
export function Places({ brand }: { brand: string }) {
  const t = useTranslations('shell')
  return (
    <nav
      aria-label={t('places.label')}
      className="z-10 max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:border-t max-wide:border-line max-wide:bg-canvas max-wide:pb-[env(safe-area-inset-bottom)] wide:w-52 wide:shrink-0 print:hidden [@media(max-height:25rem)]:static!"
    >
      <ul className="flex wide:sticky wide:top-6 wide:flex-col wide:gap-1">
        {PLACES.map((place) => (
          <li key={place} className="min-w-0 max-wide:flex-auto">
            <PlaceLink href={place === 'overview' ? `/${brand}/me` : `/${brand}/me/${place}`} place={place}>
              <Icon name={ICONS[place]} className="group-aria-[current]/place:text-accent" />
              <PlaceName long={t(`places.${place}`)} short={t(`short.${place}`)} />
            </PlaceLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The bar on a phone has room for a short word only. */
function PlaceName({ long, short }: { long: string; short: string }) {
  if (long === short) return long
  return (
    <>
      <span className="max-wide:hidden">{long}</span>
      <span className="wide:hidden">{short}</span>
    </>
  )
}
