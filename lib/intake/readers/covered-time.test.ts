import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CoveredTime } from './covered-time.ts'

it('knows what was covered, in whatever order it came, and keeps one stretch of what is whole', () => {
  const covered = new CoveredTime()
  for (const from of [20, 0, 30, 10]) covered.add(from, from + 10)
  expect(covered.has(0, 40)).toBe(true)
  expect(covered.has(39, 49)).toBe(true)
  expect(covered.has(40, 50)).toBe(false)
  expect(covered.has(-10, 0)).toBe(false)
  expect(covered.forgets).toBe(false)
})

it('answers as a list of everything that was added would', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 9 })), { maxLength: 40 })
  fc.assert(
    fc.property(spans, (given) => {
      const covered = new CoveredTime()
      const all: [number, number][] = []
      for (const [from, length] of given) {
        const overlaps = all.some(([start, end]) => start < from + length && end > from)
        expect(covered.has(from, from + length)).toBe(overlaps)
        if (overlaps) continue
        covered.add(from, from + length)
        all.push([from, from + length])
      }
    }),
  )
})
