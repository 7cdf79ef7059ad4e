import { describe, expect, it } from 'vitest'
import { findUsage } from './usage-finding.ts'

const step = (day: string, quantity: bigint) => ({ day, quantity })

describe('what a chart of use says', () => {
  it('compares with the same month a year before, else with the month before', () => {
    const year = [step('2025-10-01', 200n), step('2026-09-01', 50n), step('2026-10-01', 176n), step('2026-11-01', 9n)]
    expect(findUsage(year, '2026-11-01')).toEqual({
      kind: 'less',
      percent: 12,
      day: '2026-10-01',
      against: '2025-10-01',
    })
    expect(findUsage(year.slice(1), '2026-11-01')).toMatchObject({ kind: 'more', percent: 252, against: '2026-09-01' })
  })

  it('says so when there is nothing to compare with, or nothing at all', () => {
    expect(findUsage([step('2026-10-01', 5n)], '2026-11-01')).toEqual({ kind: 'only', day: '2026-10-01', quantity: 5n })
    expect(findUsage([step('2026-11-01', 5n)], '2026-11-01')).toEqual({ kind: 'none' })
    expect(findUsage([step('2026-09-01', 400n), step('2026-10-01', 401n)], '2026-11-01')).toMatchObject({
      kind: 'same',
    })
  })
})
