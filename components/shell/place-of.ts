/** The six places of a signed-in person, each with the pages below `/me` that belong to it. */
const PAGES = {
  overview: [],
  data: ['data'],
  devices: ['devices'],
  choices: ['choices', 'policy', 'access-log'],
  bills: ['bills', 'usage', 'notices', 'payment-methods'],
  account: ['account', 'profile', 'requests', 'confirm'],
} as const satisfies Record<string, readonly string[]>

export type Place = keyof typeof PAGES
export const PLACES = Object.keys(PAGES) as readonly Place[]

/** The places of staff, each with the pages below `/staff` that belong to it; what has no place of its own is a tool. */
const STAFF_PAGES = {
  tools: [
    'refunds',
    'statistics',
    'policies',
    'bulk-exports',
    'wind-downs',
    'controller-changes',
    'confirm',
    'sign-in',
  ],
  support: ['support'],
  requests: ['requests'],
  arrears: ['arrears', 'billing'],
  deliveries: ['deliveries'],
  transfers: ['transfers'],
  agents: ['agents'],
  audit: ['access'],
  incidents: ['incidents'],
  approvals: ['approvals'],
} as const satisfies Record<string, readonly string[]>

export type StaffPlace = keyof typeof STAFF_PAGES
export const STAFF_PLACES = Object.keys(STAFF_PAGES) as readonly StaffPlace[]

/** `page` for a link to the page itself, `true` for one to where it belongs. */
export type Mark = 'page' | 'true' | undefined

/** How the link to a place is marked on a page; it may stand for several places, with a space between. */
export function placeMark(page: string, href: string, places: string): Mark {
  if (page === href) return 'page'
  const place = page.startsWith('/staff') ? staffPlaceOf(page) : placeOf(page)
  return places.split(' ').includes(place) ? 'true' : undefined
}

/** A path without its query. */
export function pageOf(path: string): string {
  return path.split('?', 1)[0] ?? ''
}

/** To which place a page below `/<brand>/me` belongs; what nobody thought of, to the account. */
export function placeOf(path: string): Place {
  const page = path.split('/')[3] ?? ''
  if (page === '') return 'overview'
  return PLACES.find((place) => PAGES[place].some((one) => one === page)) ?? 'account'
}

/** To which place a page of staff belongs. */
export function staffPlaceOf(path: string): StaffPlace {
  const page = path.split('/')[2] ?? ''
  return STAFF_PLACES.find((place) => STAFF_PAGES[place].some((one) => one === page)) ?? 'tools'
}
