import { atomEntry } from './atom-entry.ts'
import { qualityCode } from './espi-codes.ts'
import type { MeterSeries } from './meter-series.ts'
import type { FeedReading } from './read-intervals.ts'

/** What was measured in a day of the place, by when it began. */
export function intervalBlock(series: MeterSeries, readings: readonly FeedReading[], at: string): string {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return ''
  return block(series, { day: first.day, from: first.startedAt, to: last.endedAt }, readings.map(interval), at)
}

function interval({ startedAt, endedAt, quantity, quality }: FeedReading): string {
  const code = qualityCode(quality)
  const told = code === null ? '' : `<ReadingQuality><quality>${code}</quality></ReadingQuality>`
  return reading(told, period(startedAt, endedAt), quantity)
}

/** What a register showed at a moment. */
export interface RegisterShown {
  readonly at: Date
  readonly value: bigint
}

/**
 * What the register showed at the ends of a day's readings; that two of them join is told once. A register that began
 * anew, or of which nothing is known in between, shows two values.
 * @param before the last that was told of it
 */
export function registerShown(readings: readonly FeedReading[], before: RegisterShown | null): RegisterShown[] {
  const shown: RegisterShown[] = []
  for (const { startedAt, endedAt, registerFrom, registerTo } of readings) {
    const last = shown.at(-1) ?? before
    const known = last?.at.getTime() === startedAt.getTime() && last.value === registerFrom
    if (registerFrom !== null && !known) shown.push({ at: startedAt, value: registerFrom })
    if (registerTo !== null) shown.push({ at: endedAt, value: registerTo })
  }
  return shown
}

/** The same as values of a moment: intervals that take no time (ESPI, cumulative readings). */
export function registerBlock(series: MeterSeries, shown: readonly RegisterShown[], day: string, at: string): string {
  const [first, last] = [shown[0], shown.at(-1)]
  if (!first || !last) return ''
  const values = shown.map((one) => reading('', period(one.at, one.at), one.value))
  return block(series, { day, from: first.at, to: last.at }, values, at)
}

interface BlockOf {
  readonly day: string
  readonly from: Date
  readonly to: Date
}

function block({ meterReading }: MeterSeries, { day, from, to }: BlockOf, readings: readonly string[], at: string) {
  const self = `${meterReading}/IntervalBlock/${day}`
  const content = `<interval>${period(from, to)}</interval>${readings.join('')}`
  return atomEntry({ of: self, resource: 'IntervalBlock', self, title: day, content }, at)
}

function reading(quality: string, time: string, value: bigint): string {
  return `<IntervalReading>${quality}<timePeriod>${time}</timePeriod><value>${value}</value></IntervalReading>`
}

/** In whole seconds, both ends rounded alike, so that intervals that join still do. */
function period(start: Date, end: Date): string {
  const [from, to] = [start, end].map((moment) => Math.floor(moment.getTime() / 1000))
  return `<duration>${(to ?? 0) - (from ?? 0)}</duration><start>${from}</start>`
}
