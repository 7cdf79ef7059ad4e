import type { Cookie, Manifest } from '#lib/brands/index.ts'
import { type ChooseCookies, type CookieChoice, OPTIONAL_KINDS, type OptionalKind } from './schema.ts'

/** The cookie in which a browser keeps its choice; each brand's lies under the brand's own path. */
export const CHOICE_COOKIE = 'openbook.cookies'

/** The optional kinds of which a brand has a cookie. */
export function optionalKinds(manifest: Manifest): OptionalKind[] {
  return OPTIONAL_KINDS.filter((kind) => cookieOf(manifest, kind) !== undefined)
}

/** The cookie that the portal sets for an optional kind. */
export function cookieOf(manifest: Manifest, kind: OptionalKind): Cookie | undefined {
  return manifest.cookies.find(({ category }) => category === kind)
}

/** Reads `statistics-1.advertising-0`; anything else is no choice. */
export function readChoice(written: string | undefined): CookieChoice {
  const choice: Partial<Record<OptionalKind, boolean>> = {}
  for (const part of (written ?? '').slice(0, 200).split('.')) {
    const [name, yes] = part.split('-')
    const kind = OPTIONAL_KINDS.find((known) => known === name)
    if (kind && (yes === '1' || yes === '0')) choice[kind] = yes === '1'
  }
  return choice
}

export function writeChoice(choice: CookieChoice): string {
  return OPTIONAL_KINDS.flatMap((kind) => (choice[kind] === undefined ? [] : [`${kind}-${choice[kind] ? 1 : 0}`])).join(
    '.',
  )
}

/** Whether a brand has an optional kind that a browser was not asked about yet. */
export function isOpen(manifest: Manifest, choice: CookieChoice): boolean {
  return optionalKinds(manifest).some((kind) => choice[kind] === undefined)
}

/** The choice that a form makes about each kind of the brand; a browser that asks not to be tracked says no to all. */
export function choiceOf(manifest: Manifest, input: ChooseCookies, signalled: boolean): CookieChoice {
  const wanted = (kind: OptionalKind) => input.choice === 'all' || (input.choice === 'some' && input[kind] === 'on')
  return Object.fromEntries(optionalKinds(manifest).map((kind) => [kind, !signalled && wanted(kind)]))
}

/** Seconds for which a cookie is kept, as its Max-Age says. */
export function maxAgeOf({ lifetime }: Pick<Cookie, 'lifetime'>): number {
  return lifetime.count * { hour: 3_600, day: 86_400 }[lifetime.unit]
}
