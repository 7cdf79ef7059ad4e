import { atomEntry, link, uuidOf } from './atom-entry.ts'
import { clockRules } from './clock-rules.ts'
import { DELTA_DATA, FLOWS, NORMAL, qualityCode, SERVICES, UNITS, VALID } from './espi-codes.ts'
import {
  type FeedMeter,
  type FeedReading,
  feedMeters,
  type Period,
  type Reads,
  readingsByDay,
} from './read-intervals.ts'

export interface FeedOf {
  readonly brand: string
  readonly subject: string
  readonly generatedAt: Date
  /** Without it everything. */
  readonly period?: Period
}

/**
 * What the person's meters measured as Green Button: an Atom feed of ESPI resources (NAESB REQ.21, 4.0), which other
 * programs read. It names neither the person nor the place. Null for whoever has no meter of energy or water. It is
 * written as it is read: however many readings there are, no more than a day of one meter is held.
 */
export async function energyUsageFeed(reads: Reads, of: FeedOf): Promise<AsyncGenerator<string> | null> {
  const meters = (await reads((tx) => feedMeters(tx, of))).flatMap((meter) => espiOf(meter) ?? [])
  return meters.length > 0 ? writeFeed(reads, of, meters) : null
}

/** A meter with what ESPI says of it; null for those that count neither energy nor volume. */
function espiOf(meter: FeedMeter) {
  const [service, unit] = [SERVICES[meter.utility], UNITS[meter.unit]]
  if (!service || !unit) return null
  const usagePoint = `UsagePoint/${uuidOf(`usage point ${meter.id}`)}`
  return {
    meter,
    service,
    unit,
    flow: FLOWS[meter.direction],
    usagePoint,
    meterReading: `${usagePoint}/MeterReading/${uuidOf(`meter reading ${meter.id}`)}`,
    readingType: `ReadingType/${uuidOf(`reading type ${meter.id}`)}`,
  }
}
type Described = NonNullable<ReturnType<typeof espiOf>>

async function* writeFeed(reads: Reads, of: FeedOf, meters: readonly Described[]): AsyncGenerator<string> {
  const at = of.generatedAt.toISOString()
  yield [
    '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n',
    `<id>urn:uuid:${uuidOf(`energy usage of ${of.brand} ${of.subject}`)}</id><title>Green Button Energy Usage</title>`,
    `<updated>${at}</updated>${link('self', 'UsagePoint', 'espi-feed/UsagePoint')}\n`,
    ...[...new Set(meters.map(({ meter }) => meter.zone))].map((zone) => localTime(zone, of.generatedAt)),
  ].join('')
  for (const described of meters) {
    yield describedBy(described, at)
    const { meter } = described
    for await (const day of readingsByDay(reads, { ...of, meter, period: of.period ?? null })) {
      yield intervalBlock(described, day, at)
    }
  }
  yield '</feed>\n'
}

const localTimeHref = (zone: string) => `LocalTimeParameters/${uuidOf(`local time ${zone}`)}`

function localTime(zone: string, at: Date): string {
  const { tzOffset, dstOffset, dstStartRule, dstEndRule } = clockRules(zone, at)
  const content = [
    `<dstEndRule>${dstEndRule}</dstEndRule><dstOffset>${dstOffset}</dstOffset>`,
    `<dstStartRule>${dstStartRule}</dstStartRule><tzOffset>${tzOffset}</tzOffset>`,
  ].join('')
  const [resource, self] = ['LocalTimeParameters', localTimeHref(zone)]
  return atomEntry({ of: self, resource, self, title: zone, content }, at.toISOString())
}

/** The usage point, the type and the meter reading, in this order: whoever reads on knows what the blocks are of. */
function describedBy({ meter, service, unit, flow, usagePoint, meterReading, readingType }: Described, at: string) {
  const title = `${service.title} ${flow.title}`
  const seconds = meter.intervalSeconds === null ? null : Math.round(meter.intervalSeconds)
  return [
    atomEntry(
      {
        of: usagePoint,
        resource: 'UsagePoint',
        self: usagePoint,
        related: [
          { resource: 'MeterReading', href: `${usagePoint}/MeterReading`, feed: true },
          { resource: 'LocalTimeParameters', href: localTimeHref(meter.zone) },
        ],
        title: service.title,
        content: `<ServiceCategory><kind>${service.kind}</kind></ServiceCategory>`,
      },
      at,
    ),
    atomEntry(
      {
        of: readingType,
        resource: 'ReadingType',
        self: readingType,
        title,
        content: [
          `<accumulationBehaviour>${DELTA_DATA}</accumulationBehaviour>`,
          service.commodity === undefined ? '' : `<commodity>${service.commodity}</commodity>`,
          `<dataQualifier>${NORMAL}</dataQualifier><defaultQuality>${VALID}</defaultQuality>`,
          `<flowDirection>${flow.code}</flowDirection>`,
          seconds === null ? '' : `<intervalLength>${seconds}</intervalLength>`,
          `<kind>${unit.kind}</kind><powerOfTenMultiplier>${unit.powerOfTen}</powerOfTenMultiplier>`,
          `<uom>${unit.uom}</uom>`,
        ].join(''),
      },
      at,
    ),
    atomEntry(
      {
        of: meterReading,
        resource: 'MeterReading',
        self: meterReading,
        related: [
          { resource: 'IntervalBlock', href: `${meterReading}/IntervalBlock`, feed: true },
          { resource: 'ReadingType', href: readingType },
        ],
        title,
        content: '',
      },
      at,
    ),
  ].join('')
}

/** What was measured in a day of the place, by when it began. */
function intervalBlock({ meterReading }: Described, readings: readonly FeedReading[], at: string): string {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return ''
  const self = `${meterReading}/IntervalBlock/${first.day}`
  const content = [
    `<interval>${period(first.startedAt, last.endedAt)}</interval>`,
    ...readings.map(({ startedAt, endedAt, quantity, quality }) => {
      const code = qualityCode(quality)
      return [
        code === null
          ? '<IntervalReading>'
          : `<IntervalReading><ReadingQuality><quality>${code}</quality></ReadingQuality>`,
        `<timePeriod>${period(startedAt, endedAt)}</timePeriod><value>${quantity}</value></IntervalReading>`,
      ].join('')
    }),
  ].join('')
  return atomEntry({ of: self, resource: 'IntervalBlock', self, title: first.day, content }, at)
}

/** In whole seconds, both ends rounded alike, so that intervals that join still do. */
function period(start: Date, end: Date): string {
  const [from, to] = [start, end].map((moment) => Math.floor(moment.getTime() / 1000))
  return `<duration>${(to ?? 0) - (from ?? 0)}</duration><start>${from}</start>`
}
