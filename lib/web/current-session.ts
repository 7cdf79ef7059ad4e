import { headers } from 'next/headers'
import { cache } from 'react'
import { type EndedSession, findEndedSession, findSessionActor, type SessionView } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { currentToken } from './current-token.ts'
import { followSignal } from './follow-signal.ts'

/** Who is signed in, asked once a request; null for nobody. */
export const currentSession = cache(async (): Promise<SessionView | null> => {
  const token = await currentToken()
  const session = token ? await findSessionActor(token.id, sha256(token.secret)) : null
  if (session) await followSignal(session, await headers())
  return session
})

/** Who was signed in until their session ended, in a browser that did not hear of it; null where somebody is. */
export async function endedSession(): Promise<EndedSession | null> {
  const token = (await currentSession()) ? null : await currentToken()
  return token && findEndedSession(token.id, sha256(token.secret))
}
