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

/** To which place a page below `/<brand>/me` belongs; what nobody thought of, to the account. */
export function placeOf(path: string): Place {
  const page = path.split('/')[3] ?? ''
  if (page === '') return 'overview'
  return PLACES.find((place) => PAGES[place].some((one) => one === page)) ?? 'account'
}
