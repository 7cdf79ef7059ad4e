import { afterEach, describe, expect, it } from 'vitest'
import { inScope, issueGrant } from '#lib/access/index.ts'
import { listAccesses } from '#lib/audit/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { localDay } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson, type TestPerson } from '#lib/testing/people.ts'
import { createOperator, openAs, REASON } from '#lib/testing/request-world.ts'
import {
  answerRequest,
  askIdentity,
  askPerson,
  countOpenRequests,
  extendRequest,
  getRequest,
  listQueue,
  listRequests,
  openRequest,
  readQueued,
  refuseRequest,
  requestsHeld,
  showIdentity,
  takeRequest,
  withdrawRequest,
  writeMessage,
} from './index.ts'
import { OPEN_STATES, REQUEST_MOVES } from './lifecycle.ts'
import { ExplainedStep, OpenRequest, REQUEST_KINDS, REQUEST_STATES, RefuseRequest } from './schema.ts'

const DAY = 86_400_000
const later = (days: number) => clock.shift(days * DAY)
const view = (person: TestPerson, id: string) => getRequest(person.grant('requests:view'), id)
/** Days of the brand's calendar from one moment to another. */
const daysBetween = (brand: string, from: Date, to: Date | null) => {
  const day = (at: Date) => Date.parse(localDay(at, getManifest(brand).zone))
  return to && (day(to) - day(from)) / DAY
}

/** As somebody whose sign-in is older than a few minutes. */
const openStale = (person: TestPerson, input: OpenRequest) => {
  const actor = { ...person.actor, authenticatedAt: clock.inMinutes(-20) }
  return openRequest(issueGrant(actor, 'requests:open', { brand: person.brand }), input)
}

afterEach(() => clock.shift(0))

describe('opening a request', () => {
  it('works for every kind in every brand, and is answered within the days that the brand promises', async () => {
    for (const brand of BRAND_KEYS) {
      const person = await createTestPerson(brand)
      for (const kind of REQUEST_KINDS) await openAs(person, kind)
      const list = await listRequests(person.grant('requests:view'), { limit: 50 })
      expect(list.map((request) => request.kind)).toEqual(REQUEST_KINDS.toReversed())
      for (const { id, kind, openedAt, dueAt, state } of list) {
        expect(daysBetween(brand, openedAt, dueAt), kind).toBe(getManifest(brand).answerDays)
        expect([state, (await view(person, id)).text]).toEqual(['received', expect.stringContaining(`About ${kind}`)])
      }
    }
  })

  it('is one request however often its form is sent in the same words, and another one in other words', async () => {
    const person = await createTestPerson('wellborne-plus')
    const twice = await Promise.all([1, 2, 3].map(() => openAs(person, 'access', 'What do you hold?')))
    expect(new Set(twice).size).toBe(1)
    const other = await openAs(person, 'access', 'And where did you get it?')
    expect(twice).not.toContain(other)
    expect((await view(person, other)).repeats).toBe(1)
    expect((await view(person, twice[0] ?? '')).repeats).toBe(0)
    await withdrawRequest(person.grant('requests:follow'), { request: other })
    expect(await openAs(person, 'access', 'And where did you get it?')).not.toBe(other)
    clock.shift(11 * 60_000)
    expect(twice).not.toContain(await openAs(person, 'access', 'What do you hold?'))
  })

  it('[WBP-16] of a deletion names one of its five grounds, and waits for proof of who asks', async () => {
    const person = await createTestPerson('wellborne-plus')
    expect(getManifest('wellborne-plus').deletionGrounds).toHaveLength(5)
    for (const ground of [undefined, '', 'because'])
      await expect(
        openStale(person, { kind: 'deletion', text: 'please', ...(ground === undefined ? {} : { ground }) }),
      ).rejects.toMatchObject({ code: 'requests.ground_missing', details: { field: 'ground' } })
    const { id } = await openStale(person, { kind: 'deletion', text: 'please', ground: 'no_longer_used' })
    expect(await view(person, id)).toMatchObject({ state: 'identity_asked', dueAt: null, ground: 'no_longer_used' })
    const stale = { ...person.actor, authenticatedAt: clock.inMinutes(-20) }
    expect(() => issueGrant(stale, 'requests:show-identity', { brand: person.brand })).toThrow('access.step_up')
    const { grant } = await createOperator()
    const early = answerRequest(grant('requests:handle', person.brand), { request: id, text: REASON })
    await expect(early).rejects.toMatchObject({ code: 'requests.not_now' })
    await showIdentity(person.grant('requests:show-identity'), { request: id })
    expect(await view(person, id)).toMatchObject({ state: 'received', daysLeft: 30 })
  })

  it('asks for proof where something would leave or go, and for nothing else', async () => {
    const person = await createTestPerson('we-lock')
    for (const kind of REQUEST_KINDS) {
      const { id } = await openStale(person, { kind, text: 'please', ground: 'unlawful' })
      const waits = ['access', 'portability', 'deletion'].includes(kind)
      expect((await view(person, id)).state, kind).toBe(waits ? 'identity_asked' : 'received')
    }
  })

  it('takes no empty and no endless words, and no kind that there is not', () => {
    const parsed = (more: object) => OpenRequest.safeParse({ kind: 'inquiry', text: 'why?', ...more }).success
    expect(parsed({})).toBe(true)
    expect([parsed({ text: '   ' }), parsed({ text: 'x'.repeat(4_001) }), parsed({ kind: 'revenge' })]).toEqual([
      false,
      false,
      false,
    ])
  })

  it('[WBP-20] notices that the same was asked before, and by whom', async () => {
    const [person, other] = [await createTestPerson('wellborne-plus'), await createTestPerson('wellborne-plus')]
    const { grant } = await createOperator()
    await openAs(other, 'access')
    await openAs(person, 'objection')
    const ids = [await openAs(person, 'access'), await openAs(person, 'access'), await openAs(person, 'access')]
    await withdrawRequest(person.grant('requests:follow'), { request: ids[1] ?? '' })
    const last = await openAs(person, 'access')
    const handled = await readQueued(grant('requests:queue', person.brand), last)
    expect(handled.repeats).toBe(2)
    expect(handled.earlier.map(({ id }) => id)).toEqual(ids.toReversed())
    expect(handled.moreEarlier).toBe(0)
    await openAs(person, 'inquiry')
    expect((await view(person, await openAs(person, 'inquiry'))).repeats).toBe(0)
    for (let count = 0; count < 9; count += 1) await openAs(person, 'access')
    const often = await readQueued(grant('requests:queue', person.brand), last)
    expect([often.earlier.length, often.moreEarlier]).toEqual([10, 2])
    later(366)
    expect((await view(person, await openAs(person, 'access'))).repeats).toBe(0)
  })
})

describe('the clock', () => {
  it('[WBP-19] starts at verified identity, stops while it is asked for, and runs out for both sides to see', async () => {
    const person = await createTestPerson('wellborne-plus')
    const { grant } = await createOperator()
    const handle = grant('requests:handle', person.brand)
    const queue = async (part: 'open' | 'overdue' | 'waiting') =>
      (await listQueue(grant('requests:queue', person.brand), { part, handler: 'all', limit: 500 })).map(({ id }) => id)
    const { id } = await openStale(person, { kind: 'access', text: 'what do you hold?' })
    later(10)
    expect(await view(person, id)).toMatchObject({ dueAt: null, daysLeft: null, overdue: false })
    await showIdentity(person.grant('requests:show-identity'), { request: id })
    expect(await view(person, id)).toMatchObject({ daysLeft: 30, paused: false })
    later(20)
    expect((await view(person, id)).daysLeft).toBe(20)
    await askIdentity(handle, { request: id, text: REASON })
    expect(await queue('waiting')).toContain(id)
    later(60)
    // Forty days went by and none of them counted.
    expect(await view(person, id)).toMatchObject({ daysLeft: 20, paused: true, overdue: false })
    await showIdentity(person.grant('requests:show-identity'), { request: id })
    expect(await view(person, id)).toMatchObject({ daysLeft: 20, paused: false })
    expect(await queue('open')).toContain(id)
    later(79)
    expect(await view(person, id)).toMatchObject({ daysLeft: 1, overdue: false })
    expect(await queue('overdue')).not.toContain(id)
    later(81)
    expect(await view(person, id)).toMatchObject({ daysLeft: -1, overdue: true })
    expect(await queue('overdue')).toContain(id)
    await answerRequest(handle, { request: id, text: REASON })
    expect(await view(person, id)).toMatchObject({ overdue: false, daysLeft: null })
  })

  it('[ENB-13] gives EnergyBilling fifteen days, for deletion, closing and changes of consent alike', async () => {
    const person = await createTestPerson('energybilling')
    for (const kind of ['deletion', 'withdrawal', 'objection'] as const) {
      const id = await openAs(person, kind)
      const { openedAt, dueAt, daysLeft } = await view(person, id)
      expect([daysBetween(person.brand, openedAt, dueAt), daysLeft]).toEqual([15, 15])
    }
    later(16)
    const list = await listRequests(person.grant('requests:view'), { limit: 9 })
    expect(list.map(({ overdue }) => overdue)).toEqual([true, true, true])
  })

  it('is extended once, with a reason, and never after it ran out', async () => {
    const person = await createTestPerson('we-app')
    const { grant } = await createOperator()
    const handle = grant('requests:handle', person.brand)
    const days = getManifest('we-app').answerDays
    const [id, other] = [await openAs(person, 'complaint'), await openAs(person, 'inquiry')]
    expect(ExplainedStep.safeParse({ request: id, text: 'no time' }).success).toBe(false)
    await extendRequest(handle, { request: id, text: REASON })
    expect(await view(person, id)).toMatchObject({ daysLeft: 2 * days, extended: true, state: 'received' })
    expect((await view(person, id)).entries.at(-1)).toMatchObject({ kind: 'extended', author: 'staff', words: REASON })
    const twice = extendRequest(handle, { request: id, text: REASON })
    await expect(twice).rejects.toMatchObject({ code: 'requests.extended_already' })
    later(days + 1)
    const late = extendRequest(handle, { request: other, text: REASON })
    await expect(late).rejects.toMatchObject({ code: 'requests.clock_over' })
  })
})

describe('the course of a request', () => {
  it('goes from the person to staff and back, and both read the same', async () => {
    const person = await createTestPerson('we-e-charge')
    const { grant, actor } = await createOperator()
    const handle = grant('requests:handle', person.brand)
    const id = await openAs(person, 'correction', 'The station was another one.')
    await takeRequest(handle, { request: id })
    await askPerson(handle, { request: id, text: 'Which of your sessions is it about?' })
    expect((await view(person, id)).state).toBe('waiting')
    await writeMessage(person.grant('requests:follow'), { request: id, text: 'The one of Tuesday.' })
    expect((await view(person, id)).state).toBe('in_progress')
    await answerRequest(handle, { request: id, text: 'We corrected the station of that session.' })
    const mine = await view(person, id)
    const theirs = await readQueued(grant('requests:queue', person.brand), id)
    expect(mine.entries.map(({ kind, author, words }) => [kind, author, words])).toEqual([
      ['opened', 'person', null],
      ['taken', 'staff', null],
      ['question', 'staff', 'Which of your sessions is it about?'],
      ['message', 'person', 'The one of Tuesday.'],
      ['answered', 'staff', 'We corrected the station of that session.'],
    ])
    expect(theirs.entries).toEqual(mine.entries)
    // What is held of it, and taken along, is both sides' words too.
    const [held] = await inScope(person.grant('requests:view'), (tx) =>
      requestsHeld.list(tx, { brand: person.brand, subject: person.id, category: 'requests' }, { limit: 5 }, false),
    )
    const said = String(held?.values.correspondence).split('\n')
    expect(said.map((line) => line.replace(/^\S+Z /, ''))).toEqual([
      'staff question: Which of your sessions is it about?',
      'person message: The one of Tuesday.',
      'staff answered: We corrected the station of that session.',
    ])
    expect(theirs).toMatchObject({ handlerName: actor.name, account: { ref: person.ref, state: 'active' } })
    const told = await database('system').requestEntry.count({ where: { requestId: id } })
    expect(told).toBe(5)
  })

  it('goes on with whoever had it once the proof that they asked for is there', async () => {
    const person = await createTestPerson('we-app')
    const { actor, grant } = await createOperator()
    const handle = grant('requests:handle', person.brand)
    const id = await openAs(person, 'restriction')
    await takeRequest(handle, { request: id })
    await askIdentity(handle, { request: id, text: REASON })
    await showIdentity(person.grant('requests:show-identity'), { request: id })
    const again = await readQueued(grant('requests:queue', person.brand), id)
    expect(again).toMatchObject({ state: 'in_progress', handlerName: actor.name })
  })

  it('comes to every state, by the moves of the table and by no other', async () => {
    const reached = new Set<string>(Object.values(REQUEST_MOVES).map(({ to }) => to))
    expect([...reached].toSorted()).toEqual(REQUEST_STATES.toSorted())
    const { grant } = await createOperator()
    const person = await createTestPerson('we-app')
    const handle = grant('requests:handle', person.brand)
    const verbs = {
      take: (request: string) => takeRequest(handle, { request }),
      askIdentity: (request: string) => askIdentity(handle, { request, text: REASON }),
      ask: (request: string) => askPerson(handle, { request, text: REASON }),
      answer: (request: string) => answerRequest(handle, { request, text: REASON }),
      refuse: (request: string) => refuseRequest(handle, { request, reason: 'legal_claim', text: REASON }),
      showIdentity: (request: string) => showIdentity(person.grant('requests:show-identity'), { request }),
      withdraw: (request: string) => withdrawRequest(person.grant('requests:follow'), { request }),
    }
    for (const [move, run] of Object.entries(verbs)) {
      for (const state of REQUEST_STATES) {
        const id = await openAs(person, 'complaint')
        const needed = {
          closedAt: OPEN_STATES.some((open) => open === state) ? null : clock.now(),
          refusalReason: state === 'refused' ? 'legal_claim' : null,
          ...(state === 'fee_asked' ? { feeMinor: 1n, feeCurrency: 'EUR', feeGround: 'cost' } : {}),
        }
        await database('system').rightsRequest.update({ where: { id }, data: { state, ...needed } })
        const { from, to } = REQUEST_MOVES[move as keyof typeof verbs]
        const legal = from.some((one) => one === state)
        const code = OPEN_STATES.some((open) => open === state) ? 'requests.not_now' : 'requests.over'
        if (legal) await run(id)
        else await expect(run(id), `${move} from ${state}`).rejects.toMatchObject({ code })
        expect((await view(person, id)).state, `${move} from ${state}`).toBe(legal ? to : state)
      }
    }
  })

  it.each([
    ['wellborne-plus', 8, '[WBP-20]'],
    ['energybilling', 6, '[ENB-14]'],
  ])('%s is refused for one of its %i listed reasons and no other, and it is explained %s', async (brand, count) => {
    const person = await createTestPerson(brand)
    const { grant } = await createOperator()
    const handle = grant('requests:handle', brand)
    const { refusalReasons } = getManifest(brand)
    expect(refusalReasons).toHaveLength(count)
    const id = await openAs(person, 'objection')
    const refuse = (request: string, reason: string) => refuseRequest(handle, { request, reason, text: REASON })
    for (const reason of ['', 'too_much_work', 'fee_declined'])
      await expect(refuse(id, reason)).rejects.toMatchObject({ code: 'requests.reason_not_listed' })
    expect(RefuseRequest.safeParse({ request: id, text: REASON }).success).toBe(false)
    expect(RefuseRequest.safeParse({ request: id, reason: 'abuse', text: 'no' }).success).toBe(false)
    const bare = database('system').rightsRequest.update({ where: { id }, data: { state: 'refused' } })
    await expect(bare).rejects.toThrow(/check/)
    for (const { key } of refusalReasons) {
      const request = await openAs(person, 'objection')
      await refuse(request, key)
      const { state, refusalReason, entries } = await view(person, request)
      expect([state, refusalReason]).toEqual(['refused', key])
      expect(entries.at(-1)).toMatchObject({ kind: 'refused', author: 'staff', words: REASON })
    }
  })

  it('is withdrawn by its person and by nobody else', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    const id = await openAs(person, 'objection')
    const foreign = withdrawRequest(other.grant('requests:follow'), { request: id })
    await expect(foreign).rejects.toMatchObject({ code: 'requests.not_found' })
    await withdrawRequest(person.grant('requests:follow'), { request: id })
    expect(await view(person, id)).toMatchObject({ state: 'withdrawn', closedAt: expect.any(Date) })
    const more = writeMessage(person.grant('requests:follow'), { request: id, text: 'wait' })
    await expect(more).rejects.toMatchObject({ code: 'requests.over' })
  })

  it('can be decided by no transaction of its person, whatever their code tries', async () => {
    const person = await createTestPerson('we-app')
    const id = await openAs(person, 'access')
    for (const data of [{ refusalReason: 'abuse' }, { extendedAt: clock.now() }, { handlerId: person.id }])
      await expect(
        inScope(person.grant('requests:follow'), (tx) => tx.rightsRequest.updateMany({ where: { id }, data })),
      ).rejects.toThrow(/permission denied/)
    const rewritten = inScope(person.grant('requests:follow'), (tx) =>
      tx.requestEntry.updateMany({ where: { requestId: id }, data: { kind: 'answered' } }),
    )
    await expect(rewritten).rejects.toThrow(/permission denied/)
  })
})

describe('who may see it', () => {
  it('is sealed at rest, shown to nobody else, and paged by key', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    for (const text of ['first', 'second', 'my neighbour reads my meter']) await openAs(person, 'complaint', text)
    const rows = await database('system').rightsRequest.findMany({ where: { subjectId: person.id } })
    for (const { sealedText } of rows) expect(Buffer.from(sealedText).toString('utf8')).not.toContain('neighbour')
    expect(await listRequests(other.grant('requests:view'), { limit: 50 })).toEqual([])
    expect(await countOpenRequests(other.grant('requests:view'))).toBe(0)
    expect(await countOpenRequests(person.grant('requests:view'))).toBe(3)
    const [first] = await listRequests(person.grant('requests:view'), { limit: 1 })
    await withdrawRequest(person.grant('requests:follow'), { request: first?.id ?? '' })
    expect(await countOpenRequests(person.grant('requests:view'))).toBe(2)
    await expect(view(other, rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'requests.not_found' })
    const [newest] = await listRequests(person.grant('requests:view'), { limit: 1 })
    if (!newest) throw new Error('no request')
    const before = { at: newest.openedAt, id: newest.id }
    const older = await listRequests(person.grant('requests:view'), { limit: 5, before })
    const words = await Promise.all(older.map(async ({ id }) => (await view(person, id)).text))
    expect(words).toEqual(['second', 'first'])
  })

  it('leaves a trace of each look and step of staff that the person can read, and hides other brands', async () => {
    const person = await createTestPerson('we-lock')
    const { grant, actor } = await createOperator()
    const id = await openAs(person, 'inquiry')
    await readQueued(grant('requests:queue', 'we-lock'), id)
    await takeRequest(grant('requests:handle', 'we-lock'), { request: id })
    const looks = await listAccesses(person.grant('access-ledger:view'), { limit: 9 })
    expect(looks.map(({ what, staffName, role }) => [what, staffName, role])).toEqual([
      ['request.taken', actor.name, 'data_operator'],
      ['request.viewed', actor.name, 'data_operator'],
    ])
    for (const run of [
      () => readQueued(grant('requests:queue', 'we-app'), id),
      () => answerRequest(grant('requests:handle', 'we-app'), { request: id, text: REASON }),
    ])
      await expect(run()).rejects.toMatchObject({ code: 'requests.not_found' })
  })

  it('loses its words when the account is erased, and nothing twice', async () => {
    const person = await createTestPerson('we-app')
    const id = await openAs(person, 'inquiry', 'who am I')
    await writeMessage(person.grant('requests:follow'), { request: id, text: 'and why' })
    const of = { brand: person.brand, subject: person.id, category: 'requests' }
    await inScope(person.grant('inventory:view'), async (tx) => {
      for await (const row of requestsHeld.all(tx, of)) expect(row.values.message).toBe('who am I')
    })
    const erase = () => database('system').$transaction((tx) => requestsHeld.erase(tx, of, { end: 'anonymise' }))
    expect(await erase()).toEqual({ erased: 0, anonymised: 1, kept: 0 })
    expect(await erase()).toEqual({ erased: 0, anonymised: 0, kept: 0 })
    const { text, entries } = await view(person, id)
    expect([text, ...entries.map(({ words }) => words)]).toEqual([null, null, null])
  })
})
