import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import {
  findEndedSession,
  findSessionActor,
  handOnKeptForm,
  keepForm,
  openKeptForm,
  purgeKeptForms,
} from '#lib/access/index.ts'
import { openSessionToken, sealSessionToken } from '#lib/identity/session-cookie.ts'
import { clock } from '#lib/platform/clock.ts'
import { sha256 } from '#lib/platform/crypto/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { Redirected } from '#lib/testing/web-stubs.ts'
import { defineAction } from './define-action.ts'
import { FORM_NAME, type FormState, IDLE, SENDER_NAME } from './form-state.ts'
import { findKeptForm } from './kept-form.ts'
import { readCursor } from './page-cursor.ts'
import { senderMark } from './sender-mark.ts'
import { withoutNul } from './without-nul.ts'

const BRAND = 'we-app'
const PAGE = `/staff/approvals?brand=${BRAND}`
const SECRET = 'a word that nobody may read'

const browser = vi.hoisted(() => ({ page: '', sender: '', session: { id: '', secret: '' } }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: process.env.PUBLIC_URL ?? '', 'x-openbook-path': browser.page }),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Redirected(to)
  },
}))
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}))
vi.mock('./current-session.ts', () => ({ currentSession: () => current(), endedSession: () => ended() }))

const current = () => findSessionActor(browser.session.id, sha256(browser.session.secret))
const ended = async () =>
  (await current()) ? null : findEndedSession(browser.session.id, sha256(browser.session.secret))

const input = z.object({ why: z.string().min(3), password: z.string().optional(), choice: z.string().optional() })
const decide = defineAction({ permission: 'approvals:decide', input, run: async () => undefined })
const order = defineAction({ permission: 'exports:request', input, run: async () => undefined })

type Owner = { brand: string; subjectId: string } | { staffId: string }

/** Signs a browser in, so long ago that it must prove itself again, and opens the page. */
async function signIn(owner: Owner): Promise<{ id: string; secret: string }> {
  const session = { id: uuid(), secret: randomBytes(16).toString('base64url') }
  await database('system').session.create({
    data: {
      id: session.id,
      ...owner,
      tokenHash: sha256(session.secret),
      client: 'test',
      ip: '127.0.0.1',
      authenticatedAt: clock.inMinutes(-6),
      lastSeenAt: clock.now(),
      expiresAt: clock.inMinutes(300),
    },
  })
  const view = await findSessionActor(session.id, sha256(session.secret))
  if (view) browser.sender = senderMark(view.actor, BRAND)
  return session
}

async function prove(): Promise<void> {
  await database('system').session.update({
    where: { id: browser.session.id },
    data: { authenticatedAt: clock.now(), lastSeenAt: clock.now() },
  })
}

function filled(fields: Record<string, string | File>, name = 'Refuse'): FormData {
  const form = new FormData()
  for (const [key, value] of Object.entries({
    brand: BRAND,
    [FORM_NAME]: name,
    [SENDER_NAME]: browser.sender,
    ...fields,
  }))
    form.set(key, value)
  return form
}

async function send(action: typeof decide, form: FormData): Promise<FormState | { to: string }> {
  try {
    return await action(IDLE, form)
  } catch (fault) {
    if (fault instanceof Redirected) return { to: fault.to }
    throw fault
  }
}

const rowOf = (id: string) =>
  database('system').session.findUniqueOrThrow({ where: { id }, select: { keptForm: true, keptFormUntil: true } })
const found = async () => {
  const session = await current()
  return findKeptForm(session, session && senderMark(session.actor, BRAND))
}

beforeEach(async () => {
  browser.page = PAGE
  browser.session = await signIn({ staffId: (await createTestStaff('security_manager')).id })
})
afterEach(() => clock.shift(0))

describe('a form that is sent when the last proof is over', () => {
  it('waits for staff, sealed, while they are led to prove themselves and back to its page', async () => {
    const why = `${SECRET}, ${'long '.repeat(2_000)}`
    const answer = await send(decide, filled({ why, choice: 'b', password: 'hunter2-hunter2' }))
    expect(answer).toEqual({ to: `/staff/confirm?next=${encodeURIComponent(PAGE)}` })
    const { keptForm } = await rowOf(browser.session.id)
    expect(Buffer.from(keptForm ?? []).toString('latin1')).not.toContain(SECRET)
    await prove()
    const kept = await found()
    expect(kept).toMatchObject({ name: 'Refuse', page: PAGE, values: { brand: BRAND, why, choice: 'b' }, files: false })
    expect(JSON.stringify(kept)).not.toContain('hunter2')
  })

  it('waits for a person as well, and says that files are to be chosen again', async () => {
    const person = await createTestPerson(BRAND)
    browser.session = await signIn({ brand: BRAND, subjectId: person.id })
    browser.page = `/${BRAND}/me/account/export`
    const answer = await send(order, filled({ why: SECRET, picture: new File(['x'], 'x.png') }))
    expect(answer).toEqual({ to: `/${BRAND}/me/confirm?next=${encodeURIComponent(browser.page)}` })
    expect(await found()).toMatchObject({ values: { why: SECRET }, files: true })
  })

  it('is given to no other page and to no other session', async () => {
    await send(decide, filled({ why: SECRET }))
    const { keptForm, keptFormUntil } = await rowOf(browser.session.id)
    browser.page = '/staff/refunds'
    expect(await found()).toBeNull()
    browser.page = PAGE
    browser.session = await signIn({ staffId: (await createTestStaff('security_manager')).id })
    expect(await found()).toBeNull()
    await database('system').session.update({ where: { id: browser.session.id }, data: { keptForm, keptFormUntil } })
    await expect(found()).rejects.toThrow()
  })

  it('is given to no page that is drawn for another whom the same staff act for', async () => {
    const [drawn, other] = ['staff.one', 'staff.other']
    await send(decide, filled({ why: SECRET }))
    const { kept } = (await current()) ?? { kept: null }
    if (!kept) throw new Error('nothing was kept')
    await keepForm(kept.sessionId, { ...openKeptForm(kept), sender: drawn })
    expect(await findKeptForm(await current(), other)).toBeNull()
    expect(await findKeptForm(await current(), drawn)).toMatchObject({ values: { why: SECRET } })
  })

  it('is erased once it was taken, and not by another form of the page', async () => {
    await send(decide, filled({ why: SECRET }))
    await prove()
    expect(await send(decide, filled({ why: 'something else' }, 'Approve'))).toMatchObject({ status: 'done' })
    expect(await found()).not.toBeNull()
    expect(await send(decide, filled({ why: SECRET }))).toMatchObject({ status: 'done' })
    expect(await rowOf(browser.session.id)).toEqual({ keptForm: null, keptFormUntil: null })
  })

  it('waits ten minutes and is then gone from the database', async () => {
    await send(decide, filled({ why: SECRET }))
    clock.shift(9 * 60_000)
    expect(await found()).not.toBeNull()
    clock.shift(11 * 60_000)
    expect(await found()).toBeNull()
    await purgeKeptForms()
    expect(await rowOf(browser.session.id)).toEqual({ keptForm: null, keptFormUntil: null })
  })

  it('is not kept beyond what anybody types', async () => {
    await send(decide, filled({ why: 'x'.repeat(600_000) }))
    expect(await rowOf(browser.session.id)).toEqual({ keptForm: null, keptFormUntil: null })
  })
})

describe('a form with what no database can hold', () => {
  it('comes back with a sentence beside the field, and with what was typed', async () => {
    await prove()
    const answer = await send(decide, filled({ why: 'a paste\0 of a program', choice: 'b' }))
    expect(answer).toMatchObject({
      status: 'refused',
      fieldErrors: { why: 'web.field_character' },
      values: { choice: 'b' },
    })
  })
})

describe('how often a form may be sent', () => {
  it('is counted for each person, so that nobody of a shared address uses up what another may still do', async () => {
    const limit = { times: 1, minutes: 60 }
    const ask = defineAction({ permission: 'requests:open', input, limit, run: async () => undefined })
    for (const person of [await createTestPerson(BRAND), await createTestPerson(BRAND)]) {
      browser.session = await signIn({ brand: BRAND, subjectId: person.id })
      expect(await send(ask, filled({ why: 'mine' }))).toMatchObject({ status: 'done' })
      expect(await send(ask, filled({ why: 'mine' }))).toMatchObject({ message: 'web.rate_limited' })
    }
  })

  it('has an end for strangers of one network also where the form names none', async () => {
    const ask = defineAction({ permission: 'identity:recover', input, run: async () => undefined })
    const key = 'identity:recover 300/10 unknown'
    const at = { windowStart: clock.now(), count: 299 }
    await database('system').rateBucket.upsert({ where: { key }, create: { key, ...at }, update: at })
    expect(await send(ask, filled({ why: 'once' }))).toMatchObject({ status: 'done' })
    expect(await send(ask, filled({ why: 'once more' }))).toMatchObject({ message: 'web.rate_limited' })
    await database('system').rateBucket.delete({ where: { key } })
  })
})

describe('a text of many lines', () => {
  it('is as long as it was while it was typed, and comes back whole where it is too long', async () => {
    await prove()
    const typed = `${'x'.repeat(78)}\n`.repeat(60)
    const sent = typed.replaceAll('\n', '\r\n')
    const say = (most: number) =>
      defineAction({
        permission: 'approvals:decide',
        input: z.object({ why: z.string().max(most) }),
        run: async () => undefined,
      })
    expect(await send(say(typed.length), filled({ why: sent }))).toMatchObject({ status: 'done' })
    expect(await send(say(typed.length - 1), filled({ why: sent }))).toMatchObject({
      status: 'refused',
      values: { why: typed },
    })
  })

  it('says so where it is far too long to come back whole', async () => {
    await prove()
    const short = defineAction({
      permission: 'approvals:decide',
      input: z.object({ why: z.string().max(10) }),
      run: async () => undefined,
    })
    const answer = await send(short, filled({ why: 'x'.repeat(30_000), choice: 'b' }))
    expect(answer).toMatchObject({ status: 'refused', cut: true, values: { why: 'x'.repeat(20_000), choice: 'b' } })
    expect(await send(short, filled({ why: 'x'.repeat(11) }))).not.toHaveProperty('cut')
  })
})

describe('an address', () => {
  it('loses its NULs and stays on this site', () => {
    const clean = (path: string) => withoutNul(new URL(`http://portal.example${path}`))?.href
    expect(clean('/we-app/me/data/%00a?search=b%00c&to=')).toBe('http://portal.example/we-app/me/data/a?search=bc&to=')
    expect(clean('/%00/evil.example')).toBe('http://portal.example//evil.example')
    expect(clean('/we-app?search=%25')).toBeUndefined()
  })

  it('names a place between rows, or none where the time is no time', () => {
    const id = uuid()
    expect(readCursor(`1790000000000.${id}`)).toEqual({ at: new Date(1_790_000_000_000), id })
    expect(readCursor(`999999999999999.${id}`)).toBeUndefined()
  })
})

const PERSON_PAGE = `/${BRAND}/me/account/export`
const again = (path: string, next: string) => ({ to: `${path}/sign-in?${new URLSearchParams({ next, done: 'kept' })}` })

/** Nothing was done for so long that the session is over. */
async function idle(): Promise<void> {
  await change({ lastSeenAt: clock.inMinutes(-61) })
}

async function change(data: { lastSeenAt?: Date; revokedAt?: Date }): Promise<void> {
  await database('system').session.update({ where: { id: browser.session.id }, data })
}

/** Signs in anew in the same browser, which still holds the cookie of the session that ended. */
async function signInAgain(owner: Owner): Promise<void> {
  const before = { id: browser.session.id, tokenHash: sha256(browser.session.secret) }
  browser.session = await signIn(owner)
  await handOnKeptForm(before, browser.session.id)
}

describe('a form that is sent when the session is over', () => {
  it('leads staff to where staff sign in, and waits for them there', async () => {
    const staffId = (await createTestStaff('security_manager')).id
    browser.session = await signIn({ staffId })
    await idle()
    expect(await send(decide, filled({ why: SECRET }))).toEqual(again('/staff', PAGE))
    await signInAgain({ staffId })
    expect(await found()).toMatchObject({ page: PAGE, values: { why: SECRET } })
  })

  it.each([
    ['by idling', idle],
    ['from another device', () => change({ revokedAt: clock.now() })],
  ])('waits for a person whose session was ended %s, sealed, and once', async (_, end) => {
    const owner = { brand: BRAND, subjectId: (await createTestPerson(BRAND)).id }
    browser.session = await signIn(owner)
    browser.page = PERSON_PAGE
    await end()
    expect(await send(order, filled({ why: SECRET, password: 'hunter2-hunter2' }))).toEqual(
      again(`/${BRAND}`, PERSON_PAGE),
    )
    const before = browser.session.id
    expect(Buffer.from((await rowOf(before)).keptForm ?? []).toString('latin1')).not.toContain(SECRET)
    await signInAgain(owner)
    const kept = await found()
    expect(kept).toMatchObject({ page: PERSON_PAGE, values: { why: SECRET } })
    expect(JSON.stringify(kept)).not.toContain('hunter2')
    expect(await rowOf(before)).toEqual({ keptForm: null, keptFormUntil: null })
  })

  it('waits as well when it is sent after the last hour of the session, by the cookie that outlives it', async () => {
    const owner = { brand: BRAND, subjectId: (await createTestPerson(BRAND)).id }
    browser.session = await signIn(owner)
    browser.page = PERSON_PAGE
    const cookie = await sealSessionToken(browser.session)
    const session = await database('system').session.findUniqueOrThrow({ where: { id: browser.session.id } })
    const late = session.expiresAt.getTime() + 20 * 3_600_000
    clock.shift(late - Date.now())
    vi.useFakeTimers({ toFake: ['Date'], now: late })
    try {
      expect(await openSessionToken(cookie)).toEqual(browser.session)
      // It opens nothing: nobody is signed in by it.
      expect(await current()).toBeNull()
    } finally {
      vi.useRealTimers()
    }
    expect(await send(order, filled({ why: SECRET }))).toEqual(again(`/${BRAND}`, PERSON_PAGE))
    await signInAgain(owner)
    expect(await found()).toMatchObject({ page: PERSON_PAGE, values: { why: SECRET } })
  })

  it('is given to nobody else who signs in in that browser, and to nobody without its cookie', async () => {
    const owner = { brand: BRAND, subjectId: (await createTestPerson(BRAND)).id }
    const first = await signIn(owner)
    browser.session = first
    browser.page = PERSON_PAGE
    await idle()
    await send(order, filled({ why: SECRET }))
    await signInAgain({ brand: BRAND, subjectId: (await createTestPerson(BRAND)).id })
    expect(await found()).toBeNull()
    browser.session = await signIn(owner)
    await handOnKeptForm({ id: first.id, tokenHash: sha256('guessed') }, browser.session.id)
    expect(await found()).toBeNull()
    clock.shift(11 * 60_000)
    await handOnKeptForm({ id: first.id, tokenHash: sha256(first.secret) }, browser.session.id)
    expect(await found()).toBeNull()
  })

  it('is not kept for whoever may not sign in again, nor by a stranger', async () => {
    const person = await createTestPerson(BRAND)
    browser.session = await signIn({ brand: BRAND, subjectId: person.id })
    browser.page = PERSON_PAGE
    await idle()
    await database('system').account.update({ where: { id: person.id }, data: { state: 'erased' } })
    const home = { to: `/${BRAND}/sign-in?${new URLSearchParams({ next: `/${BRAND}/me`, done: 'lost' })}` }
    expect(await send(order, filled({ why: SECRET }))).toEqual(home)
    expect(await rowOf(browser.session.id)).toEqual({ keptForm: null, keptFormUntil: null })
    browser.session = { id: uuid(), secret: 'none' }
    expect(await send(order, filled({ why: SECRET }))).toEqual(home)
  })
})
