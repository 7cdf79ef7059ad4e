import type { EspiEntry, ResourceName } from './espi-items.ts'
import { fileFault } from './row-problems.ts'

type Fields = Readonly<Record<string, string>>

/** What the feed says about a reading's meter: found through the links of its entries. */
export type ReadingContext = {
  readingTypeHref: string
  readingType: Fields
  usagePointHref: string | null
  usagePoint: Fields | null
  meterReadingHref: string
  localTime: Fields | null
  /** The links led nowhere, and the only meter and type of the feed were taken. */
  assumed: boolean
}

type Known = { entry: EspiEntry; fields: Fields }

const MOST_ENTRIES = 50_000

/** `X/MeterReading/01/IntervalBlock/0173` and `X/MeterReading/01/IntervalBlock` lie under `X/MeterReading/01`. */
function parentHref(href: string | null, collection: string): string | null {
  const at = href?.lastIndexOf(`/${collection}`) ?? -1
  return href !== null && at > 0 ? href.slice(0, at) : null
}

function only<T>(map: ReadonlyMap<string, T>): [string, T] | null {
  const [first, second] = [...map].slice(0, 2)
  return first && !second ? first : null
}

/** Remembers the entries that describe readings, so that a reading finds its type, usage point and clock. */
export class EspiLinks {
  private readonly bySelf: Record<ResourceName, Map<string, Known>> = {
    UsagePoint: new Map(),
    LocalTimeParameters: new Map(),
    MeterReading: new Map(),
    ReadingType: new Map(),
  }
  /** From the href of a collection (such as the interval blocks of a meter reading) to the entry that names it. */
  private readonly owners = { MeterReading: new Map<string, string>(), UsagePoint: new Map<string, string>() }
  private entries = 0

  /** True if the entry described something that readings may have waited for. */
  add(entry: EspiEntry): boolean {
    for (const { name, fields } of entry.resources) {
      this.entries++
      if (this.entries > MOST_ENTRIES) throw fileFault('feed_out_of_order', { limit: MOST_ENTRIES }).at(entry.line)
      const self = entry.self ?? `#${entry.line}`
      this.bySelf[name].set(self, { entry, fields })
      if (name === 'MeterReading' || name === 'UsagePoint') {
        for (const related of entry.related) this.owners[name].set(related, self)
      }
    }
    return entry.resources.length > 0
  }

  /** Null if something that the links name has not come yet. At the feed's end (`final`) what is there must do. */
  contextOf(block: EspiEntry, final: boolean): ReadingContext | null {
    const meter = this.meterOf(block) ?? (final ? only(this.bySelf.MeterReading) : null)
    const type = (meter && this.linked(meter[1].entry, 'ReadingType')) ?? (final ? only(this.bySelf.ReadingType) : null)
    if (!type || (!meter && !final)) return null
    const usagePoint = (meter && this.usagePointOf(meter[1].entry)) ?? (final ? only(this.bySelf.UsagePoint) : null)
    if (!usagePoint && !final) return null
    const localTime = usagePoint && this.linked(usagePoint[1].entry, 'LocalTimeParameters')
    const namesClock = usagePoint?.[1].entry.related.some((href) => href.includes('LocalTimeParameters')) ?? false
    if (namesClock && !localTime && !final) return null
    return {
      readingTypeHref: type[0],
      readingType: type[1].fields,
      usagePointHref: usagePoint?.[0] ?? null,
      usagePoint: usagePoint?.[1].fields ?? null,
      meterReadingHref: meter?.[0] ?? block.up ?? block.self ?? `#${block.line}`,
      localTime: localTime?.[1].fields ?? null,
      assumed: this.meterOf(block) === null || (meter !== null && this.linked(meter[1].entry, 'ReadingType') === null),
    }
  }

  private find(name: ResourceName, self: string | null | undefined): [string, Known] | null {
    const known = self ? this.bySelf[name].get(self) : undefined
    return self && known ? [self, known] : null
  }

  private meterOf(block: EspiEntry): [string, Known] | null {
    // A meter reading and its blocks may also share one entry.
    const own = block.resources.some(({ name }) => name === 'MeterReading') ? block.self : null
    const candidates = [
      own,
      this.owners.MeterReading.get(block.up ?? ''),
      this.owners.MeterReading.get(block.self ?? ''),
      parentHref(block.up, 'IntervalBlock'),
      parentHref(block.self, 'IntervalBlock'),
      ...block.related,
    ]
    return this.first('MeterReading', candidates)
  }

  private usagePointOf(meter: EspiEntry): [string, Known] | null {
    const { up, self, related } = meter
    const owners = this.owners.UsagePoint
    const parents = [parentHref(up, 'MeterReading'), parentHref(self, 'MeterReading')]
    return this.first('UsagePoint', [owners.get(up ?? ''), owners.get(self ?? ''), ...parents, ...related])
  }

  private linked(entry: EspiEntry, name: ResourceName): [string, Known] | null {
    return this.first(name, entry.related)
  }

  private first(name: ResourceName, hrefs: readonly (string | null | undefined)[]): [string, Known] | null {
    for (const self of hrefs) {
      const found = this.find(name, self)
      if (found) return found
    }
    return null
  }
}
