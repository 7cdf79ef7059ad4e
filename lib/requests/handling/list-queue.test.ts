import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { listAccesses } from '#lib/audit/index.ts'
import { BRAND_KEYS } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { createTestPerson, createTestStaff } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON } from '#lib/testing/request-world.ts'
import {
  answerRequest,
  askIdentity,
  askPerson,
  countQueues,
  getRequest,
  listQueue,
  openRequest,
  takeRequest,
} from '../index.ts'
import { QueueQuery } from '../schema.ts'

const DAY = 86_400_000
const BRAND = 'we-lock'
const OTHER = 'energybilling'
const EVERYWHERE = { brand: '', brands: BRAND_KEYS }

const operator = async () => {
  const { actor, grant } = await createOperator()
  const queue = grant('requests:queue', BRAND)
  const survey = issueGrant(actor, 'requests:survey', EVERYWHERE)
  return {
    survey,
    handle: grant('requests:handle', BRAND),
    count: async (brand: string) =>
      (await countQueues(issueGrant(actor, 'requests:survey', EVERYWHERE))).find((one) => one.brand === brand),
    /** All pages one after the other, by the key of each last row. */
    async read(query: Partial<QueueQuery>, limit = 2, over: 'brand' | 'brands' = 'brand') {
      const found: string[] = []
      for (let before: { at: Date; id: string } | undefined; ; ) {
        const rows = await listQueue(over === 'brand' ? queue : survey, {
          part: 'open',
          handler: 'all',
          ...query,
          limit,
          ...(before && { before }),
        })
        found.push(...rows.map(({ id }) => id))
        before = rows.at(-1)
        if (rows.length < limit) return found
      }
    },
    first: async (query: Partial<QueueQuery>) =>
      (await listQueue(queue, { part: 'open', handler: 'all', ...query, limit: 1 }))[0],
  }
}

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

describe('the queue of staff', () => {
  it('is read page by page, each request once and in order, whatever ties and gaps there are', async () => {
    const { handle, read } = await operator()
    const person = await createTestPerson(BRAND)
    const inOrder: string[] = []
    for (const day of [0, 0, 0, 1, 1, 3]) {
      clock.shift(day * DAY)
      inOrder.push(await openAs(person, 'inquiry'))
    }
    expect(await read({})).toEqual(inOrder)
    // Those for whom no day has begun come last, and page by page too.
    const stale = { ...person.actor, authenticatedAt: clock.inMinutes(-60 * 24) }
    const unproven: string[] = []
    for (const text of ['first', 'second', 'third'])
      unproven.push((await openRequest(issueGrant(stale, 'requests:open', person), { kind: 'access', text })).id)
    await askPerson(handle, { request: inOrder[5] ?? '', text: REASON })
    expect(await read({ part: 'waiting' }, 1)).toEqual([inOrder[5], ...unproven])
    for (const [index, request] of inOrder.slice(0, 4).entries()) {
      clock.shift(4 * DAY + Math.floor(index / 2) * 1000)
      await answerRequest(handle, { request, text: REASON })
    }
    const over = await read({ part: 'over' }, 1)
    expect(new Set(over.slice(0, 2))).toEqual(new Set(inOrder.slice(2, 4)))
    expect(new Set(over)).toEqual(new Set(inOrder.slice(0, 4)))
    expect(over).toHaveLength(4)
  })

  it('is narrowed to a kind and to whoever handles it, and says by name who does', async () => {
    const [own, colleague] = [await operator(), await operator()]
    const person = await createTestPerson(BRAND)
    const kind = 'complaint'
    const [mine, theirs, free] = [await openAs(person, kind), await openAs(person, kind), await openAs(person, kind)]
    await takeRequest(own.handle, { request: mine })
    await takeRequest(colleague.handle, { request: theirs })
    expect(await own.read({ kind })).toEqual([mine, theirs, free])
    expect(await own.read({ kind, handler: 'mine' })).toEqual([mine])
    expect(await own.read({ kind, handler: 'nobody' })).toEqual([free])
    expect(await own.read({ kind: 'objection' })).toEqual([])
    const { actor } = colleague.handle
    expect((await own.first({ kind, handler: 'all' }))?.handlerName).toMatch(/^Staff/)
    expect((await colleague.first({ kind, handler: 'mine' }))?.handlerName).toBe('name' in actor ? actor.name : '')
  })

  it('is counted over all brands at once, and is as long as what is late is listed', async () => {
    const { read, count } = await operator()
    const [person, elsewhere] = [await createTestPerson(BRAND), await createTestPerson(OTHER)]
    const before = { here: await count(BRAND), there: await count(OTHER) }
    await openAs(person, 'restriction')
    const asked = await openAs(elsewhere, 'access')
    expect((await count(BRAND))?.open).toBe((before.here?.open ?? 0) + 1)
    expect(await count(OTHER)).toMatchObject({ open: 1, overdue: 0, waiting: 0, nextDue: expect.any(Date) })
    const { grant } = await createOperator()
    await askIdentity(grant('requests:handle', OTHER), { request: asked, text: REASON })
    expect(await count(OTHER)).toEqual({ brand: OTHER, open: 0, overdue: 0, waiting: 1, nextDue: null })
    clock.shift(400 * DAY)
    expect((await count(BRAND))?.overdue).toBe((await read({ part: 'overdue' })).length)
    expect((await count(BRAND))?.overdue).toBeGreaterThan(0)
    const all = await countQueues(issueGrant(await createTestStaff('data_operator'), 'requests:survey', EVERYWHERE))
    expect(all.map(({ brand }) => brand)).toEqual(BRAND_KEYS)
  })

  it('is narrowed to one account of the brand, and its person reads that they were looked for', async () => {
    const { read } = await operator()
    const [person, other, elsewhere] = [
      await createTestPerson(BRAND),
      await createTestPerson(BRAND),
      await createTestPerson(OTHER),
    ]
    const own = [await openAs(person, 'access'), await openAs(person, 'objection')]
    await openAs(other, 'access')
    await openAs(elsewhere, 'access')
    const { account } = QueueQuery.parse({ account: ` ${person.ref.toLowerCase()} ` })
    await database('system').account.update({ where: { id: person.id }, data: { ref: person.ref.toUpperCase() } })
    expect(await read({ account }, 5)).toEqual(own)
    const looks = await listAccesses(person.grant('access-ledger:view'), { limit: 5 })
    expect(looks.map(({ what }) => what)).toEqual(['request.looked_for'])
    expect(await read({ account: elsewhere.ref })).toEqual([])
    expect(await listAccesses(elsewhere.grant('access-ledger:view'), { limit: 5 })).toEqual([])
  })

  it('is one queue over all brands, the next answer due first, page by page', async () => {
    const { read, survey } = await operator()
    // Days that no other test of this file comes near; a brand answers in its own number of them.
    const inOrder: { id: string; brand: string; due: number }[] = []
    for (const brand of BRAND_KEYS)
      for (const day of [1000, 1000, 1002]) {
        clock.shift(day * DAY)
        const person = await createTestPerson(brand)
        const { id, dueAt } = await openRequest(person.grant('requests:open'), { kind: 'restriction', text: 'stop' })
        inOrder.push({ id, brand, due: Number(dueAt) })
      }
    inOrder.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1))
    const ids = inOrder.map(({ id }) => id)
    expect((await read({ kind: 'restriction' }, 4, 'brands')).filter((id) => ids.includes(id))).toEqual(ids)
    const page = { part: 'open', handler: 'all', kind: 'restriction', limit: 500 } as const
    const brandOf = new Map((await listQueue(survey, page)).map(({ id, brand }) => [id, brand]))
    for (const { id, brand } of inOrder) expect(brandOf.get(id)).toBe(brand)
    // Of the brands that are named, and of no other.
    const { actor } = survey
    const two = await listQueue(issueGrant(actor, 'requests:survey', { brand: '', brands: [BRAND, OTHER] }), page)
    expect(new Set(two.map(({ brand }) => brand))).toEqual(new Set([BRAND, OTHER]))
    expect(await read({ kind: 'restriction', account: 'W-DEMO-XIAO' }, 4, 'brands')).toEqual([])
  })

  it('is looked over across brands and changed in none', async () => {
    const { survey } = await operator()
    const id = await openAs(await createTestPerson(BRAND), 'restriction')
    const touch = inScope(survey, (tx) => tx.rightsRequest.updateMany({ where: { id }, data: { state: 'answered' } }))
    expect((await touch).count).toBe(0)
    const words = inScope(survey, (tx) => tx.requestEntry.findMany({ where: { requestId: id } }))
    expect(await words).toEqual([])
    expect(() => issueGrant(survey.actor, 'requests:survey', { brand: BRAND })).toThrow(/reaches/)
    expect(() => issueGrant(survey.actor, 'requests:handle', EVERYWHERE)).toThrow(/reaches/)
    const auditor = await createTestStaff('auditor')
    expect(() => issueGrant(auditor, 'requests:survey', EVERYWHERE)).toThrow(
      expect.objectContaining({ code: 'access.not_found' }),
    )
  })

  it('finds one request by its number, in whichever part and brand it is', async () => {
    const { read, handle } = await operator()
    const person = await createTestPerson(BRAND)
    const [wanted, other] = [await openAs(person, 'inquiry'), await openAs(person, 'complaint')]
    await answerRequest(handle, { request: wanted, text: REASON })
    const { number } = await getRequest(person.grant('requests:view'), wanted)
    expect(number).not.toBe((await getRequest(person.grant('requests:view'), other)).number)
    for (const over of ['brand', 'brands'] as const) {
      expect(await read({ number }, 2, over)).toEqual([wanted])
      expect(await read({ number: number.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o') }, 2, over)).toEqual([
        wanted,
      ])
      expect(await read({ number: 'R-7K2M-4Q8' }, 2, over)).toEqual([])
    }
    const elsewhere = await openAs(await createTestPerson(OTHER), 'inquiry')
    const theirs = await database('system').rightsRequest.findUniqueOrThrow({ where: { id: elsewhere } })
    expect(await read({ number: theirs.number })).toEqual([])
    expect(await read({ number: theirs.number }, 2, 'brands')).toEqual([elsewhere])
  })

  it('takes from an address what it knows and leaves the rest aside', () => {
    expect(QueueQuery.parse({ part: 'over', kind: 'access', handler: 'mine' })).toEqual({
      part: 'over',
      kind: 'access',
      handler: 'mine',
    })
    expect(QueueQuery.parse({ part: ['over'], kind: 'revenge', handler: '' })).toEqual({ part: 'open', handler: 'all' })
  })
})
