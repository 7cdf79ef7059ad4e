import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { expect, it, vi } from 'vitest'
import { findEndedSession, findSessionActor } from '#lib/access/index.ts'
import { openSessionToken, sealSessionToken, sessionCookie } from '#lib/identity/session-cookie.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { POST } from './route.ts'

const BRAND = 'we-app'
const browser = vi.hoisted(() => ({ jar: new Map<string, string>() }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({
    get: (name: string) => (browser.jar.has(name) ? { value: browser.jar.get(name) } : undefined),
  }),
}))

async function signOut() {
  const origin = process.env.PUBLIC_URL ?? ''
  const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await POST(
    new Request(`${origin}/api/auth/sign-out`, { method: 'POST', headers, body: `brand=${BRAND}` }),
  )
  const cookie = answer.headers.get('set-cookie') ?? ''
  const [, value = '', seconds] = /^[^=]+=([^;]*);.*Max-Age=(\d+)/.exec(cookie) ?? []
  return { answer, value, seconds: Number(seconds) }
}

it('leaves a cookie that opens nothing, by which a form of another tab is kept for an hour', async () => {
  const { id: subjectId } = await createTestPerson(BRAND)
  const token = { id: uuid(), secret: randomBytes(16).toString('base64url') }
  const now = clock.now()
  await database('system').session.create({
    data: {
      id: token.id,
      brand: BRAND,
      subjectId,
      tokenHash: sha256(token.secret),
      client: 'test',
      ip: '127.0.0.1',
      authenticatedAt: now,
      lastSeenAt: now,
      expiresAt: clock.inMinutes(300),
    },
  })
  browser.jar.set(sessionCookie().name, await sealSessionToken(token))
  const { answer, value, seconds } = await signOut()
  expect(answer.headers.get('location')).toBe(`/${BRAND}/sign-in?done=signed_out`)
  expect(seconds).toBe(3_600)
  const left = await openSessionToken(value)
  expect(left).toEqual(token)
  expect(await findSessionActor(token.id, sha256(token.secret))).toBeNull()
  expect(await findEndedSession(token.id, sha256(token.secret))).toMatchObject({ id: token.id, brand: BRAND })
})

it('leaves none where there was none, or a forged one', async () => {
  for (const held of [undefined, 'forged']) {
    browser.jar.clear()
    if (held) browser.jar.set(sessionCookie().name, held)
    expect(await signOut()).toMatchObject({ value: '', seconds: 0 })
  }
})
