import { describe, expect, it } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { BRAND_KEYS, getManifest } from '#lib/brands/index.ts'
import { database } from '#lib/platform/database/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { listRequests, openRequest, requestsHeld } from './index.ts'
import { REQUEST_KINDS } from './schema.ts'

const DAY = 86_400_000

describe('requests', () => {
  it('are opened in every kind and due after the days that each brand promises', async () => {
    for (const brand of BRAND_KEYS) {
      const person = await createTestPerson(brand)
      for (const kind of REQUEST_KINDS)
        await openRequest(person.grant('requests:open'), { kind, text: `About ${kind}` })
      const list = await listRequests(person.grant('requests:view'), { limit: 50 })
      expect(list.map((request) => request.kind)).toEqual(REQUEST_KINDS.toReversed())
      for (const { openedAt, dueAt, state, text, kind } of list) {
        const days = (Number(dueAt) - Number(openedAt)) / DAY
        expect(days).toBeCloseTo(getManifest(brand).answerDays, 3)
        expect([state, text]).toEqual(['received', `About ${kind}`])
      }
    }
  })

  it('are sealed at rest, shown to nobody else, and paged by key', async () => {
    const [person, other] = [await createTestPerson('we-app'), await createTestPerson('we-app')]
    for (const text of ['first', 'second', 'my neighbour reads my meter'])
      await openRequest(person.grant('requests:open'), { kind: 'complaint', text })
    const [row] = await database('system').rightsRequest.findMany({ where: { subjectId: person.id }, take: 1 })
    expect(Buffer.from(row?.sealedText ?? []).toString('utf8')).not.toContain('neighbour')
    expect(await listRequests(other.grant('requests:view'), { limit: 50 })).toEqual([])
    const [newest] = await listRequests(person.grant('requests:view'), { limit: 1 })
    if (!newest) throw new Error('no request')
    const older = await listRequests(person.grant('requests:view'), {
      limit: 5,
      before: { at: newest.openedAt, id: newest.id },
    })
    expect(older.map((request) => request.text)).toEqual(['second', 'first'])
  })

  it('lose their words when the account is erased, and nothing twice', async () => {
    const person = await createTestPerson('we-app')
    await openRequest(person.grant('requests:open'), { kind: 'inquiry', text: 'who am I' })
    const of = { brand: person.brand, subject: person.id, category: 'requests' }
    await inScope(person.grant('inventory:view'), async (tx) => {
      for await (const row of requestsHeld.all(tx, of)) expect(row.values.message).toBe('who am I')
    })
    const erase = () => database('system').$transaction((tx) => requestsHeld.erase(tx, of, { end: 'anonymise' }))
    expect(await erase()).toEqual({ erased: 0, anonymised: 1, kept: 0 })
    expect(await erase()).toEqual({ erased: 0, anonymised: 0, kept: 0 })
    expect((await listRequests(person.grant('requests:view'), { limit: 5 }))[0]?.text).toBeNull()
  })
})
