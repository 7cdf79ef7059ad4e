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

/** `page` for a link to the page itself, `true` for one to where it belongs. */
export type Mark = 'page' | 'true' | undefined

/** How the link to a place of a person is marked on a page. */
export function placeMark(page: string, href: string, place: string): Mark {
  if (page === href) return 'page'
  return placeOf(page) === place ? 'true' : undefined
}

/** How a link is marked to which all below its address belongs. */
export function folderMark(page: string, href: string): Mark {
  if (page === href) return 'page'
  return page.startsWith(`${href}/`) ? 'true' : undefined
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
