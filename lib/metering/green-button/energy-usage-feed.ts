import { type Locale, translator } from '#lib/platform/i18n/index.ts'
import { atomEntry, escapeXml, link, uuidOf } from './atom-entry.ts'
import { clockRules } from './clock-rules.ts'
import { intervalBlock, type RegisterShown, registerBlock, registerShown } from './interval-blocks.ts'
import { type DescribedMeter, describeMeter, meterEntries } from './meter-series.ts'
import { feedMeters, type Period, type Reads, readingsByDay } from './read-intervals.ts'

export interface FeedOf {
  readonly brand: string
  readonly subject: string
  /** Of its titles. */
  readonly locale: Locale
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
  const t = translator(of.locale, 'usage')
  const meters = (await reads((tx) => feedMeters(tx, of))).flatMap((meter) => describeMeter(meter, t) ?? [])
  return meters.length > 0 ? writeFeed(reads, of, meters) : null
}

async function* writeFeed(reads: Reads, of: FeedOf, meters: readonly DescribedMeter[]): AsyncGenerator<string> {
  const at = of.generatedAt.toISOString()
  const title = escapeXml(translator(of.locale, 'usage.greenButton')('title'))
  yield [
    `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${of.locale}">\n`,
    `<id>urn:uuid:${uuidOf(`energy usage of ${of.brand} ${of.subject}`)}</id><title>${title}</title>`,
    `<updated>${at}</updated>${link('self', 'UsagePoint', 'espi-feed/UsagePoint')}\n`,
    ...[...new Set(meters.map(({ meter }) => meter.zone))].map((zone) => localTime(zone, of.generatedAt)),
  ].join('')
  for (const described of meters) {
    yield meterEntries(described, localTimeHref(described.meter.zone), at)
    yield* blocksOf(reads, of, described)
  }
  yield '</feed>\n'
}

async function* blocksOf(reads: Reads, of: FeedOf, { meter, used, register }: DescribedMeter): AsyncGenerator<string> {
  const at = of.generatedAt.toISOString()
  let last: RegisterShown | null = null
  for await (const readings of readingsByDay(reads, { ...of, meter, period: of.period ?? null })) {
    const shown: RegisterShown[] = register ? registerShown(readings, last) : []
    last = shown.at(-1) ?? last
    const states = register ? registerBlock(register, shown, readings[0]?.day ?? '', at) : ''
    yield intervalBlock(used, readings, at) + states
  }
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
