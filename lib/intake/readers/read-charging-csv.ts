import { nullable, requireAmount, requireId, requireStorable } from './cell-values.ts'
import { checkSession } from './charging-consistency.ts'
import { type CsvColumns, csvRows } from './csv-rows.ts'
import { DecimalSum, toWhole } from './exact-quantity.ts'
import { type ByteSource, badRow, type Reading, type ReadOptions, type ReadRow, reading } from './reading-file.ts'
import { fileFault, InputFault, rowFault } from './row-problems.ts'
import { SeenIds } from './seen-ids.ts'
import {
  type DateOrder,
  inThisMillennium,
  requirePlausible,
  requireTime,
  type WrittenTime,
  ZoneClock,
} from './timestamps.ts'

/** One session at a charging station. */
export type ChargingSessionRecord = {
  /** The session's id. */
  recordId: string
  sessionId: string
  startedAt: Date
  endedAt: Date
  energyWh: bigint
  /** False if the file is finer than 1 Wh and was rounded half to even. */
  exact: boolean
  costMinor: bigint
  currency: 'USD'
  userRef: string | null
  stationRef: string | null
  locationRef: string | null
  platform: string | null
  /** The times whose year was raised by 2000. */
  repaired: readonly ('created' | 'ended')[]
  /** The columns named in `keepColumns`, by their names. */
  extra: Readonly<Record<string, string | null>>
}

export type ChargingCsvOptions = ReadOptions & {
  /** The station's time zone (IANA). The file writes local times, so that without it no instant is known. */
  zone: string
  /** Take years 0000 to 0099 as 2000 to 2099 and mark the record; otherwise such rows are bad. */
  repairYears?: boolean | undefined
  /** Of dates such as 04/05/2020; without it those are read that can mean one day only. */
  dateOrder?: DateOrder | undefined
  /** Further columns to take along. The others, such as the distance from home, are dropped. */
  keepColumns?: readonly string[] | undefined
}

export const CHARGING_TIMES = ['created', 'ended'] as const
const REQUIRED = ['sessionId', 'kwhTotal', 'dollars', 'created', 'ended'] as const
const AMOUNTS = ['kwhTotal', 'dollars', 'chargeTimeHrs'] as const
export const CHARGING_COLUMNS: CsvColumns = { required: REQUIRED, amounts: AMOUNTS }
const OPTIONAL = ['startTime', 'endTime', 'chargeTimeHrs', 'weekday', 'platform', 'userId', 'stationId', 'locationId']

/**
 * Reads charging sessions. What the file says twice (duration, hours, weekday) is compared, and disagreement is a notice.
 * Costs are dollars; a part of a cent is refused.
 */
export function readChargingCsv(
  source: ByteSource,
  options: ChargingCsvOptions,
): AsyncGenerator<ReadRow<ChargingSessionRecord>, void, undefined> {
  return reading(options, (context) => sessions(source, options, context))
}

async function* sessions(
  source: ByteSource,
  options: ChargingCsvOptions,
  context: Reading,
): AsyncGenerator<ReadRow<ChargingSessionRecord>> {
  // The command line cannot promise what the type does.
  if (!options.zone) throw fileFault('zone_required')
  const reader = new SessionReader(options, context)
  const columns = { required: REQUIRED, optional: [...OPTIONAL, ...(options.keepColumns ?? [])], amounts: AMOUNTS }
  for await (const row of csvRows(source, columns, options, context)) {
    if ('ok' in row) {
      yield row
      continue
    }
    const { line, cells, raw } = row
    try {
      yield { ok: true, line, record: reader.read(cells, line) }
    } catch (error) {
      if (!(error instanceof InputFault) || error.file) throw error
      yield badRow(error, line, raw)
    }
  }
  reader.noticeCounts()
}

class SessionReader {
  private readonly options: ChargingCsvOptions
  private readonly context: Reading
  private readonly clock: ZoneClock
  private readonly seen: SeenIds
  private readonly energy = new DecimalSum()
  private readonly cost = new DecimalSum()
  private readonly counts = { repaired: 0, rounded: 0, noise: 0, line: 1 }

  constructor(options: ChargingCsvOptions, context: Reading) {
    this.options = options
    this.context = context
    this.clock = new ZoneClock(options.zone)
    this.seen = new SeenIds(context.notify)
    context.totals = { kwhTotal: this.energy, dollars: this.cost }
  }

  read(cells: Record<string, string>, line: number): ChargingSessionRecord {
    const sessionId = requireId(cells.sessionId ?? '', 'sessionId')
    const created = this.time(cells.created ?? '', 'created')
    const ended = this.time(cells.ended ?? '', 'ended')
    const { startedMs, endedMs } = this.span(created.time, ended.time, line)
    const kwh = requireAmount(cells.kwhTotal ?? '', 'kwhTotal')
    const energy = requireStorable(toWhole(kwh.meant, 3), 'kwhTotal', cells.kwhTotal ?? '')
    const dollars = requireAmount(cells.dollars ?? '', 'dollars')
    const cost = requireStorable(toWhole(dollars.meant, 2), 'dollars', cells.dollars ?? '')
    if (!cost.exact) throw rowFault('cost_precision', { column: 'dollars', value: cells.dollars ?? '' })
    this.seen.add(sessionId, 'sessionId', line)
    this.energy.add(kwh.written)
    this.cost.add(dollars.written)
    const repaired = (['created', 'ended'] as const).filter((name) => ({ created, ended })[name].repaired)
    this.count(line, { repaired: repaired.length > 0, rounded: !energy.exact, noise: kwh.noise || dollars.noise })
    checkSession({ cells, line, created: created.time, ended: ended.time, startedMs, endedMs }, this.context.notify)
    return {
      recordId: sessionId,
      sessionId,
      startedAt: new Date(startedMs),
      endedAt: new Date(endedMs),
      energyWh: energy.value,
      exact: energy.exact,
      costMinor: cost.value,
      currency: 'USD',
      userRef: nullable(cells.userId),
      stationRef: nullable(cells.stationId),
      locationRef: nullable(cells.locationId),
      platform: nullable(cells.platform),
      repaired,
      extra: Object.fromEntries((this.options.keepColumns ?? []).map((name) => [name, nullable(cells[name])])),
    }
  }

  noticeCounts(): void {
    const { repaired, rounded, noise, line } = this.counts
    if (repaired > 0) this.context.notify(line, 'years_repaired', { count: repaired })
    if (rounded > 0) this.context.notify(line, 'rounded', { count: rounded, unit: 'Wh' })
    if (noise > 0) this.context.notify(line, 'float_noise', { count: noise })
  }

  private count(line: number, facts: Record<'repaired' | 'rounded' | 'noise', boolean>): void {
    this.counts.line = line
    for (const name of ['repaired', 'rounded', 'noise'] as const) this.counts[name] += facts[name] ? 1 : 0
  }

  private time(text: string, column: string): { time: WrittenTime; repaired: boolean } {
    const written = requireTime(text, column, this.options.dateOrder)
    const repaired = this.options.repairYears === true && written.year < 100
    const time = repaired ? inThisMillennium(written) : written
    requirePlausible(time, column, this.context.notAfter)
    return { time, repaired }
  }

  private span(created: WrittenTime, ended: WrittenTime, line: number): { startedMs: number; endedMs: number } {
    const startedMs = this.instant(created, 'created', line, Number.NEGATIVE_INFINITY)
    const endedMs = this.instant(ended, 'ended', line, startedMs)
    if (endedMs < startedMs) throw rowFault('ended_before_created', { created: created.text, ended: ended.text })
    return { startedMs, endedMs }
  }

  /** In the repeated hour: the first instant that is not before `notBefore`. */
  private instant(time: WrittenTime, column: string, line: number, notBefore: number): number {
    if (time.offsetMs !== null) return time.wallMs - time.offsetMs
    const { zone } = this.clock
    const [first, second] = this.clock.instantsOf(time.wallMs)
    if (first === undefined) throw rowFault('local_time_missing', { column, value: time.text, zone })
    if (second === undefined) return first
    const taken = first >= notBefore ? first : second
    const params = { value: time.text, zone, taken: new Date(taken).toISOString() }
    this.context.notify(line, 'ambiguous_local_time', params)
    return taken
  }
}
