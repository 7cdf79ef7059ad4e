import type { translator } from '#lib/platform/i18n/index.ts'
import { atomEntry, uuidOf } from './atom-entry.ts'
import { CUMULATIVE, DELTA_DATA, FLOWS, NORMAL, SERVICES, UNITS, VALID } from './espi-codes.ts'
import type { FeedMeter } from './read-intervals.ts'

type Texts = ReturnType<typeof translator>

/** What a meter tells in one way: what was used in intervals, or what its register showed. */
export interface MeterSeries {
  readonly accumulation: number
  readonly meterReading: string
  readonly readingType: string
  readonly title: string
  /** How long its intervals are; null where that is not one length. */
  readonly seconds: number | null
}

/** A meter with what ESPI says of it; null for those that count neither energy nor volume. */
export function describeMeter(meter: FeedMeter, t: Texts) {
  const [service, unit] = [SERVICES[meter.utility], UNITS[meter.unit]]
  if (!service || !unit) return null
  const usagePoint = `UsagePoint/${uuidOf(`usage point ${meter.id}`)}`
  const utility = t(`utilities.${meter.utility}`)
  const title = meter.direction === 'export' ? t('exported', { utility }) : utility
  const series = (accumulation: number, name: string, more: Pick<MeterSeries, 'title' | 'seconds'>): MeterSeries => ({
    accumulation,
    meterReading: `${usagePoint}/MeterReading/${uuidOf(`meter reading ${meter.id}${name}`)}`,
    readingType: `ReadingType/${uuidOf(`reading type ${meter.id}${name}`)}`,
    ...more,
  })
  const seconds = meter.intervalSeconds === null || meter.hasRegister ? null : Math.round(meter.intervalSeconds)
  return {
    meter,
    service,
    unit,
    flow: FLOWS[meter.direction],
    usagePoint,
    title: utility,
    used: series(DELTA_DATA, '', { title, seconds }),
    register: meter.hasRegister
      ? series(CUMULATIVE, ' register', { title: t('greenButton.register', { title }), seconds: null })
      : null,
  }
}
export type DescribedMeter = NonNullable<ReturnType<typeof describeMeter>>

/** The usage point, then type and meter reading of each series: whoever reads on knows what the blocks are of. */
export function meterEntries(described: DescribedMeter, localTime: string, at: string): string {
  const { usagePoint, title, service, used, register } = described
  const related = [
    { resource: 'MeterReading', href: `${usagePoint}/MeterReading`, feed: true as const },
    { resource: 'LocalTimeParameters', href: localTime },
  ]
  const content = `<ServiceCategory><kind>${service.kind}</kind></ServiceCategory>`
  return [
    atomEntry({ of: usagePoint, resource: 'UsagePoint', self: usagePoint, related, title, content }, at),
    ...[used, ...(register ? [register] : [])].map((series) => seriesEntries(described, series, at)),
  ].join('')
}

function seriesEntries({ service, unit, flow }: DescribedMeter, series: MeterSeries, at: string): string {
  const { readingType, meterReading, title, accumulation, seconds } = series
  const content = [
    `<accumulationBehaviour>${accumulation}</accumulationBehaviour>`,
    service.commodity === undefined ? '' : `<commodity>${service.commodity}</commodity>`,
    `<dataQualifier>${NORMAL}</dataQualifier><defaultQuality>${VALID}</defaultQuality>`,
    `<flowDirection>${flow}</flowDirection>`,
    seconds === null ? '' : `<intervalLength>${seconds}</intervalLength>`,
    `<kind>${unit.kind}</kind><powerOfTenMultiplier>${unit.powerOfTen}</powerOfTenMultiplier>`,
    `<uom>${unit.uom}</uom>`,
  ].join('')
  const related = [
    { resource: 'IntervalBlock', href: `${meterReading}/IntervalBlock`, feed: true as const },
    { resource: 'ReadingType', href: readingType },
  ]
  return [
    atomEntry({ of: readingType, resource: 'ReadingType', self: readingType, title, content }, at),
    atomEntry({ of: meterReading, resource: 'MeterReading', self: meterReading, related, title, content: '' }, at),
  ].join('')
}
