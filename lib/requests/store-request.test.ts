import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inScope } from '#lib/access/index.ts'
import { createTestPerson } from '#lib/testing/people.ts'
import { openAs } from '#lib/testing/request-world.ts'
import { getRequest } from './index.ts'
import type * as RequestNumber from './request-number.ts'
import { drawRequestNumber } from './request-number.ts'
import { storeRequest } from './store-request.ts'

// The real numbers, but for those that a test puts before them.
const drawn = vi.hoisted(() => ({ next: [] as string[] }))
vi.mock('./request-number.ts', async (original) => {
  const real = await original<typeof RequestNumber>()
  return { ...real, drawRequestNumber: () => drawn.next.shift() ?? real.drawRequestNumber() }
})
beforeEach(() => {
  drawn.next = []
})

const BRAND = 'we-lock'
const numberOf = async (person: Awaited<ReturnType<typeof createTestPerson>>, id: string) =>
  (await getRequest(person.grant('requests:view'), id)).number

describe('the number that a request is stored under', () => {
  it('is drawn again where somebody else of the brand has it, whom the person does not see', async () => {
    const [other, person] = [await createTestPerson(BRAND), await createTestPerson(BRAND)]
    const taken = await numberOf(other, await openAs(other, 'inquiry'))
    const free = drawRequestNumber()
    drawn.next = [taken, taken, free]
    expect(await numberOf(person, await openAs(person, 'inquiry'))).toBe(free)
  })

  it('may be that of a request to another brand', async () => {
    const [other, person] = [await createTestPerson('we-app'), await createTestPerson(BRAND)]
    const taken = await numberOf(other, await openAs(other, 'inquiry'))
    drawn.next = [taken]
    expect(await numberOf(person, await openAs(person, 'inquiry'))).toBe(taken)
  })

  it('is not drawn for ever', async () => {
    const person = await createTestPerson(BRAND)
    const taken = await numberOf(person, await openAs(person, 'inquiry'))
    drawn.next = Array.from({ length: 5 }, () => taken)
    const data = { id: randomUUID(), brand: BRAND, subjectId: person.id, kind: 'inquiry', sealedText: Buffer.alloc(0) }
    const stored = inScope(person.grant('requests:open'), (tx) => storeRequest(tx, data))
    await expect(stored).rejects.toThrow(/no number/)
  })
})
