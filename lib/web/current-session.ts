import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { findSessionActor, type SessionView } from '#lib/access/index.ts'
import { openSessionToken, sessionCookie } from '#lib/identity/session-cookie.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { followSignal } from './follow-signal.ts'

/** Who is signed in, asked once a request; null for nobody. */
export const currentSession = cache(async (): Promise<SessionView | null> => {
  const cookie = (await cookies()).get(sessionCookie().name)?.value
  if (!cookie) return null
  const token = await openSessionToken(cookie)
  const session = token ? await findSessionActor(token.id, sha256(token.secret)) : null
  if (session) await followSignal(session, await headers())
  return session
})
