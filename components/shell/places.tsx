import { useTranslations } from 'next-intl'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Link } from '../ui/link.tsx'
import { Static } from '../ui/static.tsx'
import { MarkPlace } from './mark-place.tsx'
import { PLACES, type Place, pageOf, placeMark } from './place-of.ts'

const ICONS = {
  overview: 'overview',
  data: 'data',
  devices: 'devices',
  choices: 'choices',
  bills: 'bills',
  account: 'account',
} as const satisfies Record<Place, IconName>

export interface PlacesProps {
  brand: string
  /** The page that is asked for. */
  path: string
}

/** The six places of a signed-in person: a column at the left, on a phone a bar at the bottom. One list, two looks. */
export function Places({ brand, path }: PlacesProps) {
  const t = useTranslations('shell')
  const page = pageOf(path)
  return (
    <>
      <Static
        as="nav"
        id="places"
        aria-label={t('places.label')}
        className="z-10 max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:border-t max-wide:border-line max-wide:bg-canvas max-wide:pb-[env(safe-area-inset-bottom)] wide:w-52 wide:shrink-0 print:hidden [@media(max-height:25rem)]:static!"
      >
        <ul className="flex wide:sticky wide:top-6 wide:flex-col wide:gap-1">
          {PLACES.map((place) => {
            const href = place === 'overview' ? `/${brand}/me` : `/${brand}/me/${place}`
            return (
              <li key={place} className="min-w-0 max-wide:flex-auto">
                <Link href={href} data-place={place} aria-current={placeMark(page, href, place)} className="place">
                  <Icon name={ICONS[place]} />
                  <PlaceName long={t(`places.${place}`)} short={t(`short.${place}`)} />
                </Link>
              </li>
            )
          })}
        </ul>
      </Static>
      <MarkPlace nav="places" />
    </>
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
