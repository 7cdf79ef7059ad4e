import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleFor } from './scale-for.ts'

describe('the axis of a chart', () => {
  it.each([
    [100, [0, 25, 50, 75, 100], 0],
    [96, [0, 25, 50, 75, 100], 0],
    [7, [0, 2, 4, 6, 8], 0],
    [0.3, [0, 0.1, 0.2, 0.3], 1],
    [10, [0, 2.5, 5, 7.5, 10], 1],
    [0, [0, 0.25, 0.5, 0.75, 1], 2],
    [12_000, [0, 5000, 10_000, 15_000], 0],
  ])('for %s has the marks %j', (largest, marks, places) => {
    expect(scaleFor(largest)).toEqual({ top: marks.at(-1), marks, places })
  })

  it('holds the largest value, begins at zero and has few marks', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e12, noNaN: true }), (largest) => {
        const { top, marks } = scaleFor(largest)
        expect(top).toBeGreaterThanOrEqual(largest * (1 - 1e-6))
        expect(marks[0]).toBe(0)
        expect(marks.length).toBeGreaterThan(1)
        expect(marks.length).toBeLessThan(7)
        expect(new Set(marks).size).toBe(marks.length)
      }),
    )
  })
})
