import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_API_KEYS, DEMO_NEIGHBOURS, DEMO_RETURNING, DEMO_UNITS } from './accounts.ts'
import { localMidnight } from './local-midnight.ts'
import { installationOf, readingsOf } from './metering.ts'
import { DEMO_PEOPLE } from './people/index.ts'
import { drawPicture } from './picture.ts'
import { randomOf } from './random.ts'
import { intakeRecords } from './records.ts'
import { storyOf } from './story.ts'

const DAY = new Date('2026-11-22T00:00:00Z')

/** A digest of everything that is made up about everybody on a day. */
function checksum(today: Date): string {
  const all = DEMO_PEOPLE.map((person) => {
    const story = storyOf(today, person.ref)
    const readings = (person.meters ?? []).map((meter) => readingsOf(meter, story, installationOf(person, story)))
    return [intakeRecords(person, story), readings]
  })
  const text = JSON.stringify(all, (_, value) => (typeof value === 'bigint' ? `${value}n` : value))
  return createHash('sha256').update(text).digest('hex')
}

describe('the demo people', () => {
  it('have the same past in every run of a day, and a fresh one the next day', () => {
    expect(checksum(DAY)).toBe(checksum(new Date(DAY)))
    expect(checksum(DAY)).not.toBe(checksum(new Date('2026-11-23T00:00:00Z')))
    expect(drawPicture('portrait', 'x')).toEqual(drawPicture('portrait', 'x'))
  })

  // The lengths of months, leap days and changes of the clocks all fall somewhere in these.
  it.each(['2026-11-22', '2026-12-31', '2027-01-01', '2027-03-29', '2028-02-29', '2028-03-01'])(
    'have nothing in the future and a whole year of readings without gaps on %s',
    (day) => {
      const today = new Date(`${day}T00:00:00Z`)
      for (const person of DEMO_PEOPLE) {
        const story = storyOf(today, person.ref)
        for (const { occurredAt } of intakeRecords(person, story)) expect(Date.parse(occurredAt)).toBeLessThan(+today)
        for (const meter of person.meters ?? []) {
          const rows = readingsOf(meter, story, installationOf(person, story))
          rows.slice(1).forEach((row, index) => {
            expect(row.startedAt).toEqual(rows[index]?.endedAt)
          })
          const days = (+(rows.at(-1)?.endedAt ?? 0) - +(rows[0]?.startedAt ?? 0)) / 86_400_000
          expect(days).toBeGreaterThan(person.joined > 365 ? 364 : 40)
          expect(+(rows.at(-1)?.endedAt ?? 0)).toBeLessThanOrEqual(+today)
        }
      }
    },
  )

  it('are the ones that the list of accounts names', () => {
    const listed = [...DEMO_ACCOUNTS, ...DEMO_NEIGHBOURS, DEMO_RETURNING].filter(({ brand }) => brand !== 'staff')
    expect(DEMO_PEOPLE.map(({ ref }) => ref).sort()).toEqual(listed.map(({ ref }) => ref).sort())
    for (const { ref, identifier, brand } of listed) {
      const person = DEMO_PEOPLE.find((one) => one.ref === ref)
      expect(person?.brand).toBe(brand)
      expect(person?.identifiers.map(({ value }) => value)).toContain(identifier)
    }
  })

  it('have devices, keys and units that nobody else has', () => {
    const serials = [
      ...DEMO_PEOPLE.flatMap(({ brand, devices }) => devices.map(({ serial }) => `${brand} ${serial}`)),
      ...DEMO_UNITS.map(({ brand, serial }) => `${brand} ${serial}`),
    ]
    expect(new Set(serials).size).toBe(serials.length)
    for (const { text } of Object.values(DEMO_API_KEYS)) expect(text).toMatch(/^ob_[0-9a-f]{32}_[A-Za-z0-9_-]{43}$/)
  })
})

describe('local midnight', () => {
  it.each([
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00Z'],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00Z'],
    ['2026-11-02', 'America/New_York', '2026-11-02T05:00:00Z'],
    ['2026-07-01', 'Asia/Shanghai', '2026-06-30T16:00:00Z'],
  ])('of %s in %s is %s', (day, zone, wanted) => {
    expect(localMidnight(day, zone)).toEqual(new Date(wanted))
  })
})

describe('chance', () => {
  it('covers its range evenly and keeps within it', () => {
    const random = randomOf('dice')
    const thrown = Array.from({ length: 6_000 }, () => random.between(1, 6))
    for (const side of [1, 2, 3, 4, 5, 6]) {
      const count = thrown.filter((one) => one === side).length
      expect(count).toBeGreaterThan(850)
      expect(count).toBeLessThan(1_150)
    }
  })
})
