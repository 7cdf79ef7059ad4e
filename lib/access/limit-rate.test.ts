import { randomUUID } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { useOwnDatabase } from '#lib/testing/own-database.ts'
import { forgiveRate, limitRate, purgeRates } from './index.ts'

beforeAll(useOwnDatabase)
afterEach(() => clock.shift(0))

const TWICE = { times: 2, minutes: 10 }
const outcome = (key: string) =>
  limitRate(key, TWICE).then(
    () => 'taken',
    (fault: { code: string }) => fault.code,
  )

describe('a limit', () => {
  it('refuses beyond its times, over processes and at once, until its window is over', async () => {
    const key = randomUUID()
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => outcome(key)))
    expect(outcomes.toSorted()).toEqual(['taken', 'taken', 'web.rate_limited', 'web.rate_limited'])
    clock.shift(11 * 60_000)
    expect(await outcome(key)).toBe('taken')
  })

  it('gives back what turned out to be no attempt, and never more than was taken', async () => {
    const key = randomUUID()
    await outcome(key)
    await forgiveRate(key)
    await forgiveRate(key)
    expect([await outcome(key), await outcome(key), await outcome(key)]).toEqual(['taken', 'taken', 'web.rate_limited'])
  })

  it('leaves nothing behind once it counts no more', async () => {
    const key = randomUUID()
    await outcome(key)
    await purgeRates()
    expect(await database('system').rateBucket.count({ where: { key } })).toBe(1)
    clock.shift((24 * 60 + 1) * 60_000)
    await purgeRates()
    expect(await database('system').rateBucket.count({ where: { key } })).toBe(0)
  })

  it('is never longer than what is kept', async () => {
    await expect(limitRate(randomUUID(), { times: 1, minutes: 1441 })).rejects.toThrow('would be purged')
  })
})
