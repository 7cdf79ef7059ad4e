import { describe, expect, it } from 'vitest'
import { addDays } from '#lib/platform/calendar/index.ts'
import { expectUse } from './expect-use.ts'

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const FROM = '2026-11-10'
const MONTH = { from: FROM, before: '2026-12-01' }
const daysBefore = (count: number, amountOn: (day: string, back: number) => number) =>
  new Map(
    Array.from({ length: count }, (_, index) => [addDays(FROM, index - count), 0] as const).map(([day], index) => [
      day,
      amountOn(day, count - index),
    ]),
  )
const sumOf = (amountOn: (day: string) => number) => {
  let sum = 0
  for (let day = MONTH.from; day < MONTH.before; day = addDays(day, 1)) sum += amountOn(day)
  return sum
}

describe('a forecast of use', () => {
  it('of a use that never changes is certain', () => {
    expect(
      expectUse(
        daysBefore(60, () => 10),
        MONTH,
      ),
    ).toEqual({ expected: 210, deviation: 0 })
  })

  it('knows the days of the week, and the season of the year before', () => {
    const weekend = (day: string) => ([0, 6].includes(new Date(day).getUTCDay()) ? 20 : 10)
    const week = expectUse(daysBefore(60, weekend), MONTH)
    expect(week?.expected).toBeCloseTo(sumOf(weekend), 5)
    expect(week?.deviation).toBeCloseTo(0, 5)
    // As weekdays fall, the year before began to heat on the eleventh.
    const heating = (day: string) => (day >= '2025-11-11' && day < '2025-12-10' ? 15 : 10)
    expect(expectUse(daysBefore(420, heating), MONTH)?.expected).toBeCloseTo(21 * 15, 0)
  })

  it('says nothing of a meter that nobody knows, and nothing is left to expect of a month that is over', () => {
    expect(
      expectUse(
        daysBefore(6, () => 10),
        MONTH,
      ),
    ).toBeNull()
    expect(
      expectUse(
        daysBefore(30, () => 10),
        { from: FROM, before: FROM },
      ),
    ).toEqual({ expected: 0, deviation: 0 })
  })

  it('is as sure as it says: about four of five months come within its range', () => {
    let within = 0
    const trials = 300
    for (let seed = 1; seed <= trials; seed += 1) {
      const random = randomOf(seed)
      let mood = 0
      // Days resemble the day before, weekends differ.
      const use = (day: string) => {
        mood = 0.5 * mood + (random() - 0.5) * 6
        return Math.max(0, ([0, 6].includes(new Date(day).getUTCDay()) ? 14 : 10) + mood)
      }
      const history = daysBefore(56, use)
      const forecast = expectUse(history, MONTH)
      const actual = sumOf(use)
      if (forecast && Math.abs(actual - forecast.expected) <= 1.2816 * forecast.deviation) within += 1
    }
    expect(within / trials).toBeGreaterThan(0.72)
    expect(within / trials).toBeLessThan(0.92)
  })
})
