import { cookies } from 'next/headers'
import { openSessionToken, type SessionToken, sessionCookie } from '#lib/identity/session-cookie.ts'

/** What the browser's session cookie says, before anybody asked whether that session still stands. */
export async function currentToken(): Promise<SessionToken | null> {
  const cookie = (await cookies()).get(sessionCookie().name)?.value
  return cookie ? openSessionToken(cookie) : null
}
