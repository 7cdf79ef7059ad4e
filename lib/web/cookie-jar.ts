import { cookies, headers } from 'next/headers'
import type { Grant } from '#lib/access/index.ts'
import { type Cookie, getManifest, type Manifest } from '#lib/brands/index.ts'
import { sessionCookie } from '#lib/identity/session-cookie.ts'
import { randomToken } from '#lib/platform/crypto/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import {
  CHOICE_COOKIE,
  campaignIn,
  cookieOf,
  countCampaign,
  forgetVisitor,
  maxAgeOf,
  optionalKinds,
  type PrivacySignal,
  privacySignal,
  readChoice,
  writeChoice,
} from '#lib/tracking/index.ts'
import type { CookieChoice } from '#lib/tracking/schema.ts'
import { currentSession } from './current-session.ts'
import { LOCALE_COOKIE } from './locale.ts'
import { visitorGrant } from './visitor.ts'

const SESSION_IN_MANIFEST = '__Host-openbook.session'

/** Whether the current request asks not to be tracked. */
export async function currentSignal(): Promise<PrivacySignal | null> {
  return privacySignal(await headers())
}

/**
 * Keeps a browser that asks not to be tracked from agreeing to just that.
 * @throws Refusal `consents.signal`
 */
export async function refuseAgainstSignal(brand: string, purpose: string): Promise<void> {
  const found = getManifest(brand).purposes.find(({ key }) => key === purpose)
  if (found?.endedBySignal && (await currentSignal())) throw new Refusal('consents.signal')
}

/** What this browser chose at a brand. */
export async function currentChoice(): Promise<CookieChoice> {
  return readChoice((await cookies()).get(CHOICE_COOKIE)?.value)
}

/** The brand's cookies by the names that they really have here, and which of them this browser holds. */
export async function listedCookies(manifest: Manifest): Promise<(Cookie & { here: boolean })[]> {
  const jar = await cookies()
  return manifest.cookies.map((cookie) => {
    const name = cookie.name === SESSION_IN_MANIFEST ? sessionCookie().name : cookie.name
    return { ...cookie, name, here: jar.has(name) }
  })
}

/** The number under which this browser is counted at a brand; null where it is not. */
export async function currentVisitorNumber(manifest: Manifest): Promise<string | null> {
  const cookie = cookieOf(manifest, 'statistics')
  return (cookie && (await cookies()).get(cookie.name)?.value) || null
}

/**
 * Keeps a browser's choice: sets what it allows, and takes away what it does not, with what was counted under it. The
 * advertisement's cookie is set only when somebody comes by one (note-visit.ts).
 */
export async function carryChoice(grant: Grant<'tracking:choose'>, choice: CookieChoice): Promise<void> {
  const manifest = getManifest(grant.brand)
  const listed = manifest.cookies.find(({ name }) => name === CHOICE_COOKIE)
  if (!listed) throw new Error(`${manifest.key} does not list ${CHOICE_COOKIE}`)
  const jar = await cookies()
  jar.set(CHOICE_COOKIE, writeChoice(choice), attributes(manifest, listed))
  const counting = cookieOf(manifest, 'statistics')
  if (counting && choice.statistics && !jar.has(counting.name))
    jar.set(counting.name, randomToken(), attributes(manifest, counting))
  for (const kind of optionalKinds(manifest)) if (!choice[kind]) await drop(grant, manifest, cookieOf(manifest, kind))
}

/** Takes every listed cookie out of the browser, except a session that stands, and forgets what was counted under its number. */
export async function clearCookies(grant: Grant<'tracking:choose'>): Promise<void> {
  const manifest = getManifest(grant.brand)
  const { name: session, options } = sessionCookie()
  if (!(await currentSession())) (await cookies()).set(session, '', { ...options, maxAge: 0 })
  for (const cookie of manifest.cookies) if (cookie.name !== SESSION_IN_MANIFEST) await drop(grant, manifest, cookie)
}

/** Counts that somebody who came by an advertisement signed up, where the browser agreed to that. */
export async function noteSignUp(manifest: Manifest): Promise<void> {
  const cookie = cookieOf(manifest, 'advertising')
  const campaign = campaignIn(cookie && (await cookies()).get(cookie.name)?.value)
  if (!campaign || !(await currentChoice()).advertising || (await currentSignal())) return
  await countCampaign(visitorGrant('tracking:count', manifest.key), { campaign, event: 'sign_up' })
}

async function drop(grant: Grant<'tracking:choose'>, manifest: Manifest, cookie: Cookie | undefined): Promise<void> {
  if (!cookie) return
  const jar = await cookies()
  const held = jar.get(cookie.name)?.value
  if (held && cookie.category === 'statistics') await forgetVisitor(grant, held)
  jar.set(cookie.name, '', { ...attributes(manifest, cookie), maxAge: 0 })
}

/** How a cookie of the list is set: a brand's own goes to that brand's pages only. */
export function attributes(manifest: Manifest, cookie: Cookie) {
  const path = cookie.name === LOCALE_COOKIE ? '/' : `/${manifest.key}`
  return { ...sessionCookie().options, path, maxAge: maxAgeOf(cookie) }
}
