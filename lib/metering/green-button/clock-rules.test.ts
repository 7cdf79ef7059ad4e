import { describe, expect, it } from 'vitest'
import { clockRules } from './clock-rules.ts'

const AT = new Date('2026-11-22T12:00:00Z')
const NONE = { dstOffset: 0, dstStartRule: 'FFFFFFFF', dstEndRule: 'FFFFFFFF' }

describe('rules of the clocks', () => {
  // As the standard's own sample has them: the second Sunday of March and the first of November, at two.
  it('are those of the sample for New York', () => {
    expect(clockRules('America/New_York', AT)).toEqual({
      tzOffset: -18_000,
      dstOffset: 3600,
      dstStartRule: '360E2000',
      dstEndRule: 'B40E2000',
    })
  })

  it('are the last Sundays of March at two and of October at three for Berlin', () => {
    expect(clockRules('Europe/Berlin', AT)).toEqual({
      tzOffset: 3600,
      dstOffset: 3600,
      dstStartRule: '3E0E2000',
      dstEndRule: 'AE0E3000',
    })
  })

  it('are none where clocks do not change, or by no rule of a weekday', () => {
    expect(clockRules('Asia/Shanghai', AT)).toEqual({ tzOffset: 28_800, ...NONE })
    expect(clockRules('Asia/Kolkata', AT)).toEqual({ tzOffset: 19_800, ...NONE })
    // Around Ramadan, which moves from year to year.
    expect(clockRules('Africa/Casablanca', AT)).toMatchObject(NONE)
  })

  it('say half an hour for Lord Howe, and the year of the south', () => {
    expect(clockRules('Australia/Lord_Howe', AT)).toEqual({
      tzOffset: 37_800,
      dstOffset: 1800,
      dstStartRule: 'A40E2000',
      dstEndRule: '440E2000',
    })
  })
})
