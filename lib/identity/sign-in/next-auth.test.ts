import NextAuth from 'next-auth'
import { describe, expect, it } from 'vitest'
import { findSessionActor } from '#lib/access/index.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { signUp, visitorOf } from '../identity-fixtures.ts'
import { openSessionToken, sealSessionToken, sessionCookie } from '../session-cookie.ts'
import { nextAuthOptions } from './next-auth.ts'

interface Question {
  readonly action: string
  readonly provider?: string
  readonly body?: Readonly<Record<string, string>>
  readonly cookies?: Readonly<Record<string, string>>
}

/** Asks next-auth as its own server does, and answers body and cookies. */
async function ask({ action, provider, body, cookies = {} }: Question) {
  const set: string[] = []
  let said: unknown
  const answer = {
    status: () => answer,
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? set : undefined),
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') set.splice(0, set.length, ...[value].flat())
      return answer
    },
    send: (value: unknown) => {
      said = value
    },
    json: (value: unknown) => {
      said = value
    },
    end: () => undefined,
  }
  const nextauth = provider ? [action, provider] : [action]
  const question = { method: body ? 'POST' : 'GET', query: { nextauth }, headers: {}, cookies, body }
  await NextAuth(nextAuthOptions(async () => visitorOf()))(question, answer)
  const given = new Map(
    set.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).split('; ')] as const),
  )
  return { body: said, cookie: (name: string) => given.get(name) }
}

const cookieValue = (parts: readonly string[] | undefined) => decodeURIComponent(parts?.[0] ?? '')

const CSRF = 'next-auth.csrf-token'

async function csrf() {
  const answer = await ask({ action: 'csrf' })
  const { csrfToken } = answer.body as { csrfToken: string }
  return { csrfToken, cookies: { [CSRF]: cookieValue(answer.cookie(CSRF)) } }
}

describe('next-auth', () => {
  it('signs in by the same verb and cookie, tells whose session it is, and ends its row', async () => {
    const { input, subject } = await signUp('we-app')
    const { csrfToken, cookies } = await csrf()
    const body = { csrfToken, brand: 'we-app', identifier: input.email ?? '', password: input.password ?? '' }
    const signedIn = await ask({ action: 'callback', provider: 'credentials', body, cookies })
    const given = signedIn.cookie(sessionCookie().name)
    expect(given).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']))
    const token = await openSessionToken(cookieValue(given))
    const view = token && (await findSessionActor(token.id, sha256(token.secret)))
    expect(view?.actor.id).toBe(subject)
    const held = { ...cookies, [sessionCookie().name]: cookieValue(given) }
    const told = await ask({ action: 'session', cookies: held })
    expect(told.body).toEqual({ expires: expect.any(String), user: { name: view?.displayName } })
    await ask({ action: 'signout', body: { csrfToken }, cookies: held })
    expect(token && (await findSessionActor(token.id, sha256(token.secret)))).toBeNull()
    expect((await ask({ action: 'session', cookies: held })).body).toEqual({})
  })

  it('knows the cookie that the portal gave', async () => {
    const { token } = await signUp('we-app')
    const cookies = { [sessionCookie().name]: await sealSessionToken(token) }
    expect((await ask({ action: 'session', cookies })).body).toHaveProperty('user')
  })

  it('refuses without its token, with a wrong password and for no brand', async () => {
    const { input } = await signUp('we-app')
    const { csrfToken, cookies } = await csrf()
    const right = { csrfToken, brand: 'we-app', identifier: input.email ?? '', password: input.password ?? '' }
    for (const body of [
      { ...right, csrfToken: 'forged' },
      { ...right, password: 'wrong password' },
      { ...right, brand: 'no-such-brand' },
    ]) {
      const answer = await ask({ action: 'callback', provider: 'credentials', body, cookies })
      expect(answer.cookie(sessionCookie().name)).toBeUndefined()
    }
  })
})
