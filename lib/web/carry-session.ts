import { cookies, headers } from 'next/headers'
import { findSessionActor, handOnKeptForm } from '#lib/access/index.ts'
import { type SessionToken, sealSessionToken, sessionCookie } from '#lib/identity/session-cookie.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import type { Locale } from '#lib/platform/i18n/locales.ts'
import { currentToken } from './current-token.ts'
import { followSignal } from './follow-signal.ts'
import { LOCALE_COOKIE } from './locale.ts'

const HOUR_IN_SECONDS = 3_600
const YEAR_IN_SECONDS = 31_536_000

/**
 * Gives the browser the cookie of a session; it takes the place of any other. A browser that asks not to be tracked
 * speaks for who signs in with it (WBP-08). A form that the end of the session before kept from being sent goes on to this one.
 */
export async function carrySession(token: SessionToken): Promise<void> {
  const { name, options } = sessionCookie()
  const before = await currentToken()
  if (before) await handOnKeptForm({ id: before.id, tokenHash: sha256(before.secret) }, token.id)
  const jar = await cookies()
  jar.set(name, await sealSessionToken(token), options)
  const session = await findSessionActor(token.id, sha256(token.secret))
  if (session) await followSignal(session, await headers())
}

/** Lets the browser remember a language. */
export async function carryLocale(locale: Locale): Promise<void> {
  const jar = await cookies()
  jar.set(LOCALE_COOKIE, locale, { ...sessionCookie().options, maxAge: YEAR_IN_SECONDS })
}

/**
 * The header by which a browser gives up the session that it signed out of. For an hour the cookie stays and opens nothing:
 * a form that stands open in another tab is kept by it for the same person (docs/decisions/0020).
 */
export async function withoutSession(): Promise<string> {
  const { name, options } = sessionCookie()
  const token = await currentToken()
  const [value, seconds] = token ? [await sealSessionToken(token), HOUR_IN_SECONDS] : ['', 0]
  const flags = `HttpOnly; SameSite=Lax${options.secure ? '; Secure' : ''}`
  return `${name}=${value}; Path=${options.path}; Max-Age=${seconds}; ${flags}`
}
