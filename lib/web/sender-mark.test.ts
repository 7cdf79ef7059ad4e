import { v7 as uuid } from 'uuid'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { EndedSession, StaffActor } from '#lib/access/index.ts'
import { log } from '#lib/platform/log.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { sendForm } from '#lib/testing/web-stubs.ts'
import { defineAction } from './define-action.ts'
import { SENDER_NAME } from './form-state.ts'
import { senderMark } from './sender-mark.ts'

const ended = vi.hoisted(() => ({ session: null as EndedSession | null, kept: 0 }))
vi.mock('next/cache', () => ({ revalidatePath: () => undefined }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ origin: process.env.PUBLIC_URL ?? '', 'x-openbook-address': crypto.randomUUID() }),
}))
vi.mock('next/navigation', async () => {
  const { Redirected } = await import('#lib/testing/web-stubs.ts')
  return {
    redirect: (to: string) => {
      throw new Redirected(to)
    },
  }
})
vi.mock('next-intl/server', () => ({
  getTranslations: async () => Object.assign((key: string) => key, { has: () => true }),
}))
vi.mock('./current-session.ts', async () => {
  const { browser } = await import('#lib/testing/web-stubs.ts')
  return {
    currentSession: async () => {
      const actor = browser.getStore()?.actor
      return actor ? { actor } : null
    },
    endedSession: async () => ended.session,
  }
})
vi.mock('./kept-form.ts', () => ({
  dropTyped: async () => undefined,
  keepTyped: async () => {
    ended.kept += 1
    return '/kept'
  },
}))

const BRAND = 'we-app'
const TYPED = 'words that are for one person only'
const input = z.object({ brand: z.string(), words: z.string() })
const run = vi.fn(async () => undefined)
const edit = defineAction({ permission: 'profile:edit', input, run })
const decide = defineAction({ permission: 'approvals:request', input, run })
const endSupport = defineAction({ permission: 'support:end', input, run })
const signIn = defineAction({ permission: 'identity:sign-in', input, run })
const choose = defineAction({ permission: 'tracking:choose', input, alsoSignedIn: true, run })

const fields = { brand: BRAND, words: TYPED }
const drawnFor = (mark: string) => ({ ...fields, [SENDER_NAME]: mark })
const OTHER = { status: 'refused', message: 'web.other_sender', fieldErrors: {}, values: {}, stays: true }
const DONE = { status: 'done' }

/** The same member of staff, acting for another person or for nobody. */
function acting(staff: StaffActor, support: StaffActor['support']): StaffActor {
  return { ...staff, support: support && { ...support, id: uuid() } }
}

beforeEach(() => {
  run.mockClear()
  ended.session = null
  ended.kept = 0
})

describe('a form that was drawn for somebody else than who is signed in', () => {
  it('does nothing, gives nothing typed to the other and writes none of it down', async () => {
    const [a, b] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const told = [vi.spyOn(log, 'info'), vi.spyOn(log, 'warn'), vi.spyOn(log, 'error')]
    expect(await sendForm(edit, b.actor, drawnFor(senderMark(a.actor, BRAND)))).toEqual(OTHER)
    expect(run).not.toHaveBeenCalled()
    expect(JSON.stringify(told.map(({ mock }) => mock.calls))).not.toContain(TYPED)
    for (const spy of told) spy.mockRestore()
    expect(await sendForm(edit, b.actor, drawnFor(senderMark(b.actor, BRAND)))).toMatchObject(DONE)
  })

  it('is taken when the same person signed in again', async () => {
    const { actor } = await createTestPerson(BRAND)
    const mark = senderMark({ ...actor, sessionId: uuid() }, BRAND)
    expect(await sendForm(edit, actor, drawnFor(mark))).toMatchObject(DONE)
  })

  it('is refused between people and staff, also where staff act for that very person', async () => {
    const person = await createTestPerson(BRAND)
    const staff = await createTestStaff('support', { person })
    expect(await sendForm(edit, staff, drawnFor(senderMark(person.actor, BRAND)))).toEqual(OTHER)
    expect(await sendForm(edit, person.actor, drawnFor(senderMark(staff, BRAND)))).toEqual(OTHER)
    const colleague = await createTestStaff('support')
    expect(await sendForm(decide, colleague, drawnFor(senderMark(staff, null)))).toEqual(OTHER)
    expect(run).not.toHaveBeenCalled()
  })

  it('is refused between two people for whom the same staff act, and taken in another session for the same', async () => {
    const [a, b] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const forA = await createTestStaff('support', { person: a })
    const support = forA.support
    if (!support) throw new Error('nobody is acted for')
    const forB = acting(forA, { ...support, subject: b.id })
    const mark = senderMark(forA, BRAND)
    for (const action of [edit, endSupport]) {
      expect(await sendForm(action, forB, drawnFor(mark))).toEqual(OTHER)
      // A page of the staff's own is of no person.
      if (action === edit) expect(await sendForm(action, forB, drawnFor(senderMark(forB, null)))).toEqual(OTHER)
    }
    expect(run).not.toHaveBeenCalled()
    expect(await sendForm(edit, acting(forA, support), drawnFor(mark))).toMatchObject(DONE)
    expect(await sendForm(endSupport, forB, drawnFor(senderMark(forB, null)))).toMatchObject(DONE)
    // Once it is over, the action itself says that there is nobody to act for.
    expect(await sendForm(edit, acting(forA, null), drawnFor(mark))).toMatchObject({ message: 'access.not_found' })
  })
})

describe('a form without a mark', () => {
  it('is refused where somebody is signed in, and taken where it is for whoever stands outside', async () => {
    const { actor } = await createTestPerson(BRAND)
    expect(await sendForm(edit, actor, drawnFor(''))).toEqual(OTHER)
    expect(run).not.toHaveBeenCalled()
    for (const action of [signIn, choose])
      for (const who of [actor, null]) expect(await sendForm(action, who, drawnFor(''))).toMatchObject(DONE)
  })

  it('may have been drawn for anybody where it is for strangers, but not where it also writes for who is signed in', async () => {
    const [a, b] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const mark = senderMark(a.actor, BRAND)
    expect(await sendForm(signIn, b.actor, drawnFor(mark))).toMatchObject(DONE)
    expect(await sendForm(choose, a.actor, drawnFor(mark))).toMatchObject(DONE)
    expect(await sendForm(choose, null, drawnFor(mark))).toMatchObject(DONE)
    expect(await sendForm(choose, b.actor, drawnFor(mark))).toEqual(OTHER)
  })
})

describe('a form that is sent when the session is over', () => {
  it('is kept with the session of its sender, and with nobody else’s', async () => {
    const [a, b] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const form = drawnFor(senderMark(a.actor, BRAND))
    ended.session = { id: uuid(), brand: BRAND, holder: b.id }
    expect(await sendForm(edit, null, form)).toEqual({ to: expect.stringContaining('done=lost') })
    expect(ended.kept).toBe(0)
    ended.session = { id: uuid(), brand: BRAND, holder: a.id }
    expect(await sendForm(edit, null, form)).toEqual({ to: expect.stringContaining('done=kept') })
    expect(ended.kept).toBe(1)
  })
})

it('tells nothing of whom it is about, not even that two are of the same person', async () => {
  const person = await createTestPerson(BRAND)
  const staff = await createTestStaff('support', { person })
  const colleague = await createTestStaff('support', { person })
  const marks = [senderMark(person.actor, BRAND), senderMark(staff, BRAND), senderMark(colleague, BRAND)]
  for (const mark of marks) expect(mark).toMatch(/^[\w-]{22}\.([\w-]{22})?$/)
  expect(new Set(marks.flatMap((mark) => mark.split('.').filter(Boolean))).size).toBe(5)
  expect(senderMark(staff, null)).toBe(`${marks[1]?.split('.')[0]}.`)
})
