import { describe, expect, it } from 'vitest'
import { readRange } from './read-range.ts'

describe('readRange', () => {
  it('reads what RFC 9110 gives as examples', () => {
    expect(readRange('bytes=0-499', 10_000)).toEqual({ start: 0, end: 499 })
    expect(readRange('bytes=9500-', 10_000)).toEqual({ start: 9500, end: 9999 })
    expect(readRange('bytes=-500', 10_000)).toEqual({ start: 9500, end: 9999 })
    expect(readRange('bytes=0-0', 10_000)).toEqual({ start: 0, end: 0 })
    expect(readRange('bytes=9000-99999', 10_000)).toEqual({ start: 9000, end: 9999 })
    expect(readRange('bytes=-99999', 10_000)).toEqual({ start: 0, end: 9999 })
  })

  it('answers with the whole where it understands nothing, several, or a range that runs backwards', () => {
    for (const header of [null, '', 'bytes=-', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=5-2', 'bytes=a-b', 'bytes=1-2x'])
      expect(readRange(header, 10)).toBeNull()
  })

  it('says when there is nothing in the range', () => {
    expect(readRange('bytes=10-', 10)).toBe('unsatisfiable')
    expect(readRange('bytes=-0', 10)).toBe('unsatisfiable')
    expect(readRange('bytes=0-', 0)).toBe('unsatisfiable')
  })
})
