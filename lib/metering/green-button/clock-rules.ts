import { dateFormat } from '#lib/platform/i18n/intl-formats.ts'

/** ESPI's TimeConfiguration: what the clocks of a zone show, standard time and the yearly change from it and back. */
export interface ClockRules {
  readonly tzOffset: number
  readonly dstOffset: number
  readonly dstStartRule: string
  readonly dstEndRule: string
}

/** What ESPI writes where clocks do not change, or by no rule that it can say. */
const NO_RULE = 'FFFFFFFF'
const DAY_MS = 86_400_000
/** A rule is one that holds this year and in those after it. */
const YEARS = 6

/** The rules of a zone, as they hold in the year of `at`. */
export function clockRules(zone: string, at: Date): ClockRules {
  const first = at.getUTCFullYear()
  const years = Array.from({ length: YEARS }, (_, index) => changesIn(zone, first + index))
  const starts = years.flatMap((changes) => changes.filter(({ before, after }) => after > before))
  const ends = years.flatMap((changes) => changes.filter(({ before, after }) => after < before))
  const dstStartRule = ruleOf(starts)
  const dstEndRule = ruleOf(ends)
  const [start] = starts
  if (!start || !dstStartRule || !dstEndRule) {
    return { tzOffset: offsetSeconds(zone, at), dstOffset: 0, dstStartRule: NO_RULE, dstEndRule: NO_RULE }
  }
  return { tzOffset: start.before, dstOffset: start.after - start.before, dstStartRule, dstEndRule }
}

interface Change {
  readonly at: number
  readonly before: number
  readonly after: number
}

function changesIn(zone: string, year: number): Change[] {
  const changes: Change[] = []
  const end = Date.UTC(year + 1, 0, 1)
  for (let day = Date.UTC(year, 0, 1); day < end; day += DAY_MS) {
    const [before, after] = [offsetSeconds(zone, new Date(day)), offsetSeconds(zone, new Date(day + DAY_MS))]
    if (before !== after) changes.push({ at: momentOfChange(zone, day, before), before, after })
  }
  return changes
}

/** The second in the day from `day` on at which the offset is no longer `before`. */
function momentOfChange(zone: string, day: number, before: number): number {
  let [low, high] = [day / 1000, (day + DAY_MS) / 1000]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetSeconds(zone, new Date(middle * 1000)) === before) low = middle
    else high = middle
  }
  return high * 1000
}

/** Null if there is not one change a year, or no rule of ESPI fits all of them. */
function ruleOf(changes: readonly Change[]): string | null {
  if (changes.length !== YEARS) return null
  const days = changes.map(wallClock)
  const [one] = days
  if (!one) return null
  const same = days.every((day) => day.month === one.month && day.weekDay === one.weekDay && day.second === one.second)
  const operator = same ? operatorOf(days) : null
  if (!operator) return null
  const { code, from } = operator
  const hour = Math.floor(one.second / 3600)
  const bits = [one.month * 2 ** 28, code * 2 ** 25, from * 2 ** 20, one.weekDay * 2 ** 17, hour * 2 ** 12]
  const rule = bits.reduce((sum, part) => sum + part, one.second % 3600)
  return rule.toString(16).toUpperCase().padStart(8, '0')
}

type WallClock = ReturnType<typeof wallClock>

/** What the clocks showed when they were changed: rules are given in it. */
function wallClock({ at, before }: Change) {
  const wall = new Date(at + before * 1000)
  const days = new Date(Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() + 1, 0)).getUTCDate()
  return {
    month: wall.getUTCMonth() + 1,
    // Monday is 1, Sunday 7.
    weekDay: wall.getUTCDay() || 7,
    day: wall.getUTCDate(),
    last: wall.getUTCDate() + 7 > days,
    second: (wall.getTime() % DAY_MS) / 1000,
  }
}

/** ESPI's operators: 7 the last such weekday of the month, 2 to 6 the first to the fifth, 1 the first from a day on. */
function operatorOf(days: readonly WallClock[]): { code: number; from: number } | null {
  if (days.every(({ last }) => last)) return { code: 7, from: 0 }
  const weeks = new Set(days.map(({ day }) => Math.ceil(day / 7)))
  const [week] = weeks
  if (weeks.size === 1 && week) return { code: week + 1, from: 0 }
  const dates = days.map(({ day }) => day)
  const from = Math.min(...dates)
  return Math.max(...dates) - from < 7 ? { code: 1, from } : null
}

function offsetSeconds(zone: string, at: Date): number {
  const parts = dateFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  // "GMT", "GMT-05:00", and with seconds where a zone once had them.
  const [, sign, hours, minutes, seconds = '0'] = /^GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name) ?? []
  const size = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds)
  return sign === '-' ? -size : size
}
