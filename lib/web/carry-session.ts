import { cookies } from 'next/headers'
import { type SessionToken, sealSessionToken, sessionCookie } from '#lib/identity/session-cookie.ts'

/** Gives the browser the cookie of a session; it takes the place of any other. */
export async function carrySession(token: SessionToken): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, await sealSessionToken(token), options)
}

/** Takes the session's cookie from the browser. */
export async function dropSession(): Promise<void> {
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
