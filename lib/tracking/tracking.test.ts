import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { issueGrant, systemGrant } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { consentHistory } from '#lib/consents/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import {
  choiceOf,
  countedPage,
  countView,
  forgetVisitor,
  isOpen,
  optionalKinds,
  privacySignal,
  purgeViews,
  readChoice,
  recordChoice,
  visitorViews,
  writeChoice,
} from './index.ts'

const lock = getManifest('we-lock')
const anonymous = { kind: 'anonymous', brand: 'we-lock' } as const
const counting = issueGrant(anonymous, 'tracking:count', anonymous)
const choosing = issueGrant(anonymous, 'tracking:choose', anonymous)

describe('the choice', () => {
  it('is open until each kind of the brand is decided, and is read as it was written', () => {
    expect(optionalKinds(lock)).toEqual(['statistics', 'advertising'])
    expect(isOpen(lock, readChoice(undefined))).toBe(true)
    expect(isOpen(lock, readChoice('statistics-1'))).toBe(true)
    for (const choice of [
      { statistics: true, advertising: false },
      { statistics: false, advertising: false },
    ]) {
      expect(readChoice(writeChoice(choice))).toEqual(choice)
      expect(isOpen(lock, choice)).toBe(false)
    }
    expect(readChoice('statistics-yes.constructor-1.__proto__-1')).toEqual({})
  })

  it('is all, none or what is ticked; and no to everything for a browser that asks not to be tracked', () => {
    const of = (choice: 'all' | 'none' | 'some', signalled = false) =>
      choiceOf(lock, { choice, statistics: 'on', locale: 'en' }, signalled)
    expect(of('all')).toEqual({ statistics: true, advertising: true })
    expect(of('none')).toEqual({ statistics: false, advertising: false })
    expect(of('some')).toEqual({ statistics: true, advertising: false })
    expect(of('all', true)).toEqual({ statistics: false, advertising: false })
  })

  it('is asked for only where a brand has optional cookies', () => {
    const asking = BRAND_KEYS.filter((brand) => isOpen(getManifest(brand), {}))
    expect(asking.toSorted()).toEqual(['we-app', 'we-lock', 'wellborne-plus'])
  })

  it('of somebody signed in is on their record, with the words, and once', async () => {
    const person = await createTestPerson('we-lock')
    const record = (statistics: boolean) =>
      recordChoice(person.grant('consents:decide'), { statistics, advertising: false }, 'fr')
    await record(true)
    await record(true)
    await record(false)
    const rows = await consentHistory(person.grant('consents:view'), { limit: 10 })
    expect(rows.map(({ purpose, decision }) => `${purpose} ${decision}`).toSorted()).toEqual([
      'cookies:advertising refused',
      'cookies:statistics granted',
      'cookies:statistics withdrawn',
    ])
    for (const { text } of rows) expect(text).toMatch(/lock\.(count|affiliate): .*accord/)
  })
})

describe('the signal', () => {
  it('is exactly 1, and Global Privacy Control goes before Do Not Track', () => {
    const of = (headers: Record<string, string>) => privacySignal(new Headers(headers))
    expect(of({ 'Sec-GPC': '1', DNT: '1' })).toBe('gpc')
    expect(of({ DNT: '1' })).toBe('dnt')
    for (const headers of [{}, { DNT: '0' }, { 'Sec-GPC': 'true' }, { 'Sec-GPC': '0' }]) expect(of(headers)).toBeNull()
  })
})

describe('what is counted', () => {
  it('names places and never what an address holds beyond', () => {
    expect(countedPage('/we-lock')).toBe('/')
    expect(countedPage('/we-lock/me/data/service_log')).toBe('/me/data/…')
    expect(countedPage(`/we-lock/certificate/${randomUUID()}`)).toBe('/certificate/…')
  })

  it('is shown to its browser, deleted when that is asked, and gone when the cookie is', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    for (const visitor of [one, one, two]) await countView(counting, { visitor, page: '/policy' })
    expect(await visitorViews(choosing, one)).toEqual([{ page: '/policy', views: 2 }])
    await forgetVisitor(choosing, one)
    expect(await visitorViews(choosing, one)).toEqual([])
    expect(await visitorViews(choosing, two)).toHaveLength(1)
    const purge = (days: number) => {
      clock.hold(clock.inDays(days))
      return purgeViews(systemGrant('test', 'tracking:purge', { brand: '' })).finally(() => clock.hold(null))
    }
    await purge(80)
    expect(await visitorViews(choosing, two)).toHaveLength(1)
    await purge(92)
    expect(await visitorViews(choosing, two)).toEqual([])
  })
})
