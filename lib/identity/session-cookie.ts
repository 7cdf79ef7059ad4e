import { decode, encode } from 'next-auth/jwt'
import { environment } from '#lib/platform/environment.ts'

/**
 * The cookie stays a day longer than the longest session, of which the row says when it is over: what it names opens
 * nothing by then, but a form that is sent too late can be kept for whoever sent it (docs/decisions/0016, 0020).
 */
const SECONDS = 36 * 60 * 60

/** What the cookie says: which session row, and the secret that proves it. */
export interface SessionToken {
  readonly id: string
  readonly secret: string
}

/**
 * Name and attributes of the session cookie. Under https it carries the __Host- prefix (ASVS 3.3.1); plain http
 * exists in demo mode only.
 */
export function sessionCookie() {
  const secure = environment().PUBLIC_URL.startsWith('https://')
  return {
    name: secure ? '__Host-openbook.session' : 'openbook.session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure, maxAge: SECONDS },
  }
}

/** Seals a session token as next-auth does, so that its routes and ours read the same cookie. */
export async function sealSessionToken(token: SessionToken): Promise<string> {
  return encode({
    token: { sub: token.id, secret: token.secret },
    secret: environment().NEXTAUTH_SECRET,
    maxAge: SECONDS,
  })
}

/** Cookies that were opened, so that a page need not derive the key and decrypt for each request of one browser. */
const opened = new Map<string, { readonly token: SessionToken; readonly endsAt: number }>()
const MOST_OPENED = 2_000

/** Reads a session cookie; null for anything forged, foreign or expired. */
export async function openSessionToken(cookie: string): Promise<SessionToken | null> {
  const known = opened.get(cookie)
  if (known && known.endsAt > Date.now()) return known.token
  const sealed = await unseal(cookie)
  if (!sealed) return null
  if (opened.size >= MOST_OPENED) opened.clear()
  opened.set(cookie, sealed)
  return sealed.token
}

async function unseal(cookie: string) {
  try {
    const token = await decode({ token: cookie, secret: environment().NEXTAUTH_SECRET })
    if (typeof token?.sub !== 'string' || typeof token.secret !== 'string' || typeof token.exp !== 'number') return null
    return { token: { id: token.sub, secret: token.secret }, endsAt: token.exp * 1000 }
  } catch {
    return null
  }
}
