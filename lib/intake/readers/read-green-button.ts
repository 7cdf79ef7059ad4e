import type { EspiEntry, EspiReading } from './espi-items.ts'
import { EspiLinks, type ReadingContext } from './espi-links.ts'
import { espiItems } from './espi-parser.ts'
import { type GreenButtonReading, GreenButtonRecords } from './green-button-records.ts'
import { type ByteSource, type Reading, type ReadOptions, type ReadRow, reading } from './reading-file.ts'
import { fileFault } from './row-problems.ts'

export type { GreenButtonReading } from './green-button-records.ts'

export type GreenButtonOptions = ReadOptions & {
  /** Count in thousandths (mWh and mL) where Wh and litres would round. Default false. */
  milli?: boolean | undefined
  /** Which therm the utility means. Default: the one that is legal in the United States' gas trade. */
  therm?: 'US' | 'EC' | undefined
  /** How many readings may wait for a ReadingType that comes after them. Default 250,000. */
  maxPending?: number | undefined
}

const DEFAULT_MAX_PENDING = 250_000
const MOST_RETRIES = 1000

/**
 * Reads the interval readings of an ESPI Atom feed. Energy comes out in Wh, volume in litres (gas by volume too: its heat
 * content is not in the feed). Demand, register states and statistics are left out with a notice. Readings whose type
 * comes later in the feed wait for it, in bounded number.
 */
export function readGreenButton(
  source: ByteSource,
  options: GreenButtonOptions = {},
): AsyncGenerator<ReadRow<GreenButtonReading>, void, undefined> {
  return reading(options, (context) => feedReadings(source, options, context))
}

async function* feedReadings(
  source: ByteSource,
  options: GreenButtonOptions,
  context: Reading,
): AsyncGenerator<ReadRow<GreenButtonReading>> {
  const maxPending = options.maxPending ?? DEFAULT_MAX_PENDING
  const links = new EspiLinks()
  const feed = new GreenButtonRecords(options, context)
  const pending: Pending = { blocks: new Map(), count: 0 }
  const current: { entry: EspiEntry | null; context: ReadingContext | null } = { entry: null, context: null }
  let retries = 0
  let readings = 0
  for await (const item of espiItems(source, options.maxBytes)) {
    if ('closed' in item) {
      const described = links.add(item.entry)
      if (described && pending.count > 0 && retries++ < MOST_RETRIES) yield* flush(pending, links, feed, false)
      continue
    }
    readings++
    if (current.entry !== item.entry) {
      current.entry = item.entry
      current.context = links.contextOf(item.entry, false)
    }
    if (current.context) {
      yield* feed.rows(item.reading, current.context)
      continue
    }
    pending.count++
    if (pending.count > maxPending) throw fileFault('feed_out_of_order', { limit: maxPending }).at(item.reading.line)
    const waiting = pending.blocks.get(item.entry)
    if (waiting) waiting.push(item.reading)
    else pending.blocks.set(item.entry, [item.reading])
  }
  yield* flush(pending, links, feed, true)
  if (readings === 0) context.notify(1, 'no_readings')
  feed.noticeCounts()
}

type Pending = { blocks: Map<EspiEntry, EspiReading[]>; count: number }

/** Gives out the waiting readings that now have a type; at the feed's end all, the others as bad rows. */
function* flush(pending: Pending, links: EspiLinks, feed: GreenButtonRecords, final: boolean) {
  for (const [entry, readings] of pending.blocks) {
    const context = links.contextOf(entry, final)
    if (!context && !final) continue
    pending.blocks.delete(entry)
    pending.count -= readings.length
    for (const one of readings) yield* feed.rows(one, context)
  }
}
