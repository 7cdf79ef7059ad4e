import { requireStorable } from './cell-values.ts'
import type { EspiReading } from './espi-items.ts'
import type { ReadingContext } from './espi-links.ts'
import { intervalSeconds, type ReadingRule, readingRule, type Utility, wholeNumber } from './espi-reading-type.ts'
import { DecimalSum, type ExactDecimal, parseDecimal, toWhole } from './exact-quantity.ts'
import { badRow, type Reading, type ReadRow } from './reading-file.ts'
import { InputFault, type NoticeCode, type ProblemParams, rowFault } from './row-problems.ts'
import { SeenIds } from './seen-ids.ts'

/** What a meter of a Green Button feed measured from `start` up to `end`. */
export type GreenButtonReading = {
  /** The meter reading's address in the feed with the start in UTC. */
  recordId: string
  utility: Utility
  /** 'delivered' to the customer, 'received' from them; 'net' can be negative; 'total' is the sum of both. */
  direction: 'delivered' | 'received' | 'net' | 'total' | 'unstated'
  usagePoint: string | null
  meterReading: string
  start: Date
  end: Date
  quantity: bigint
  unit: 'Wh' | 'mWh' | 'L' | 'mL'
  /** False if the feed's unit does not come out whole in `unit` and was rounded half to even. */
  exact: boolean
  /** In hundred-thousandths of the currency, as ESPI counts. */
  cost: { hundredThousandths: bigint; currency: string | null } | null
  timeOfUse: number | null
  /** ESPI's quality codes if the feed gives any; 0 is valid, 7 to 13 are edited, estimated or forecast. */
  quality: readonly number[]
  /** The zone's standard offset from UTC as the feed states it; the times above need none. */
  standardOffsetSeconds: number | null
  source: { value: string; uom: number; powerOfTen: number }
}

type RecordOptions = { milli?: boolean | undefined; therm?: 'US' | 'EC' | undefined }

const EARLIEST_SECONDS = Date.UTC(1990, 0, 1) / 1000

/** Turns the readings of a feed into records, by the rule of their type; counts what is left out. */
export class GreenButtonRecords {
  private readonly options: RecordOptions
  private readonly context: Reading
  private readonly seen: SeenIds
  private readonly rules = new Map<string, ReadingRule>()
  private readonly counted = new Map<string, { line: number; code: NoticeCode; params: ProblemParams; count: number }>()
  private readonly sums: Record<string, DecimalSum> = {}

  constructor(options: RecordOptions, context: Reading) {
    this.options = options
    this.context = context
    this.seen = new SeenIds(context.notify)
    context.totals = this.sums
  }

  *rows(one: EspiReading, feedContext: ReadingContext | null): Generator<ReadRow<GreenButtonReading>> {
    try {
      if (!feedContext) throw rowFault('reading_type_unknown')
      const rule = this.ruleOf(feedContext)
      if (rule.excluded) this.count(one.line, rule.excluded, rule.params)
      else yield { ok: true, line: one.line, record: this.record(one, feedContext, rule) }
    } catch (error) {
      if (!(error instanceof InputFault) || error.file) throw error
      const { fields } = one
      const raw = ['timePeriod.start', 'timePeriod.duration', 'value', 'cost'].map(
        (name) => `${name}=${fields[name] ?? ''}`,
      )
      yield badRow(error, one.line, raw.join(' '))
    }
  }

  noticeCounts(): void {
    for (const { line, code, params, count } of this.counted.values()) {
      this.context.notify(line, code, { ...params, count })
    }
  }

  private count(line: number, code: NoticeCode, params: ProblemParams): void {
    const key = JSON.stringify([code, params])
    const known = this.counted.get(key)
    if (known) known.count++
    else this.counted.set(key, { line, code, params, count: 1 })
  }

  private ruleOf(feedContext: ReadingContext): ReadingRule {
    const key = `${feedContext.readingTypeHref} ${feedContext.usagePointHref}`
    const rule = this.rules.get(key) ?? readingRule(feedContext, this.options.therm ?? 'US')
    this.rules.set(key, rule)
    return rule
  }

  private record(
    { line, fields, quality }: EspiReading,
    feedContext: ReadingContext,
    rule: Extract<ReadingRule, { excluded: null }>,
  ): GreenButtonReading {
    const start = this.start(fields['timePeriod.start'])
    const seconds = intervalSeconds(fields['timePeriod.duration']) ?? rule.intervalSeconds
    if (seconds === null) throw rowFault('duration_missing')
    const value = this.value(fields.value, rule.direction)
    const milli = this.options.milli ? 3 : 0
    const whole = toWhole(value, rule.powerOfTen + milli, rule.unit.ratio)
    const quantity = requireStorable(whole, 'value', fields.value ?? '')
    const recordId = `${feedContext.meterReadingHref}#${start.toISOString()}`
    const cost = this.cost(line, fields.cost, rule)
    this.seen.add(recordId, 'IntervalReading', line)
    const unit = UNIT_NAMES[rule.unit.measures][milli]
    this.sum(`${rule.utility} ${rule.unit.name} 10^${rule.powerOfTen}`, value)
    if (!quantity.exact) this.count(line, 'rounded', { unit })
    if (feedContext.assumed) this.count(line, 'links_assumed', {})
    return {
      recordId,
      utility: rule.utility,
      direction: rule.direction,
      usagePoint: feedContext.usagePointHref,
      meterReading: feedContext.meterReadingHref,
      start,
      end: new Date(start.getTime() + seconds * 1000),
      quantity: quantity.value,
      unit,
      exact: quantity.exact,
      cost,
      timeOfUse: wholeNumber(fields.tou),
      quality: quality.map((code) => wholeNumber(code)).filter((code) => code !== null),
      standardOffsetSeconds: wholeNumber(feedContext.localTime?.tzOffset),
      source: { value: fields.value ?? '', uom: rule.uom, powerOfTen: rule.powerOfTen },
    }
  }

  private start(text: string | undefined): Date {
    const column = 'start'
    if (text === undefined) throw rowFault('time_missing', { column })
    const seconds = wholeNumber(text)
    if (seconds === null) throw rowFault('time_unreadable', { column, value: text })
    if (seconds < EARLIEST_SECONDS) throw rowFault('year_implausible', { column, value: text })
    if (seconds * 1000 > this.context.notAfter) throw rowFault('time_in_future', { column, value: text })
    return new Date(seconds * 1000)
  }

  private value(text: string | undefined, direction: string): ExactDecimal {
    if (text === undefined) throw rowFault('value_missing', { column: 'value' })
    const value = parseDecimal(text)
    if (!value) throw rowFault('value_unreadable', { column: 'value', value: text })
    if (value.digits < 0n && direction !== 'net') throw rowFault('value_negative', { column: 'value', value: text })
    return value
  }

  private cost(line: number, text: string | undefined, rule: Extract<ReadingRule, { excluded: null }>) {
    if (text === undefined) return null
    if (!/^-?\d{1,18}$/.test(text)) {
      this.context.notify(line, 'value_ignored', { column: 'cost', value: text })
      return null
    }
    if (rule.currencyCode === null) this.count(line, 'currency_missing', {})
    else if (rule.currency === null) this.count(line, 'currency_unknown', { code: rule.currencyCode })
    return { hundredThousandths: BigInt(text), currency: rule.currency }
  }

  private sum(name: string, value: ExactDecimal): void {
    this.sums[name] ??= new DecimalSum()
    this.sums[name].add(value)
  }
}

const UNIT_NAMES = { energy: { 0: 'Wh', 3: 'mWh' }, volume: { 0: 'L', 3: 'mL' } } as const
