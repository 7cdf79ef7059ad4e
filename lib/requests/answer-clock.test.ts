import { afterEach, describe, expect, it } from 'vitest'
import { getManifest } from '#lib/brands/index.ts'
import { localTime } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { daysLeft, extendClock, hasRunOut, pauseClock, resumeClock, startClock } from './answer-clock.ts'

const BERLIN = { answerDays: 30, zone: 'Europe/Berlin' }

const at = (moment: string) => clock.hold(new Date(moment))
afterEach(() => clock.hold(null))

/** Date and time of day at which a clock runs out, as the brand's own clock shows them. */
function shown({ dueAt }: { dueAt: Date | null }, zone: string): string {
  if (!dueAt) return 'never'
  const { day, minute } = localTime(dueAt, zone)
  return `${day} ${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`
}

describe('the clock of a request', () => {
  it.each([
    ['ends on the thirtieth day', 'we-e-charge', '2026-06-01T10:00:00Z', '2026-07-01 23:59'],
    ['is not longer for a lost hour', 'we-e-charge', '2027-03-01T22:30:00Z', '2027-03-31 23:59'],
    ['is not shorter for an hour won', 'we-e-charge', '2026-09-30T22:10:00Z', '2026-10-31 23:59'],
    ['counts the day of the brand, not of the server', 'we-app', '2026-11-23T03:00:00Z', '2026-12-22 23:59'],
    ['goes over the end of a short month', 'we-lock', '2027-01-31T12:00:00Z', '2027-03-02 23:59'],
    ['knows a leap year', 'we-lock', '2028-01-31T12:00:00Z', '2028-03-01 23:59'],
    ['is of fifteen days there', 'energybilling', '2026-12-20T16:30:00Z', '2027-01-05 23:59'],
  ])('%s', (_, brand, identified, due) => {
    const manifest = getManifest(brand)
    at(identified)
    expect(shown(startClock(manifest), manifest.zone)).toBe(due)
  })

  it('says how many days are left as a calendar does, and is late once the last of them is over', () => {
    at('2027-03-01T22:30:00Z')
    const held = startClock(BERLIN)
    const left = () => [daysLeft(held, BERLIN.zone), hasRunOut(held)]
    expect(left()).toEqual([30, false])
    at('2027-03-01T22:59:59Z')
    expect(left()).toEqual([30, false])
    at('2027-03-01T23:00:00Z')
    expect(left()).toEqual([29, false])
    at('2027-03-31T21:59:59Z')
    expect(left()).toEqual([0, false])
    at('2027-03-31T22:00:00Z')
    expect(left()).toEqual([-1, true])
  })

  it('stands still over a change of the clocks and goes on with the days that were left', () => {
    at('2026-10-20T10:00:00Z')
    const held = startClock(BERLIN)
    at('2026-10-23T21:00:00Z')
    const paused = pauseClock(held)
    expect(daysLeft(paused, BERLIN.zone)).toBe(27)
    at('2026-12-24T23:30:00Z')
    expect([daysLeft(paused, BERLIN.zone), hasRunOut(paused)]).toEqual([27, false])
    const resumed = resumeClock(paused, BERLIN)
    expect(daysLeft(resumed, BERLIN.zone)).toBe(27)
    expect(shown(resumed, BERLIN.zone)).toBe('2027-01-21 23:59')
    // Stopped and gone on within a day nothing is won by either side.
    expect(resumeClock(pauseClock(resumed), BERLIN).dueAt).toEqual(resumed.dueAt)
    expect(shown(extendClock(resumed, BERLIN), BERLIN.zone)).toBe('2027-02-20 23:59')
  })
})
