import { type AmountCell, requireAmount, requireStorable } from './cell-values.ts'
import { type CsvColumns, csvRows } from './csv-rows.ts'
import { DecimalSum, formatDecimal, toWhole } from './exact-quantity.ts'
import { HourlyStarts } from './hourly-starts.ts'
import { deduceInterval, type StartRow } from './interval-length.ts'
import { QuantityRounding } from './quantity-rounding.ts'
import {
  type BadRow,
  type ByteSource,
  badRow,
  type Reading,
  type ReadOptions,
  type ReadRow,
  reading,
} from './reading-file.ts'
import { ReadingGrid } from './reading-grid.ts'
import { fileFault, InputFault } from './row-problems.ts'
import { type DateOrder, requireTime, ZoneClock } from './timestamps.ts'

/** What a meter measured from `start` up to `end`. */
export type IntervalReading = {
  /** The start in UTC: one meter has one reading for it. */
  recordId: string
  utility: 'electricity' | 'gas'
  start: Date
  end: Date
  quantity: bigint
  unit: 'Wh' | 'mWh'
  /** False if the source is finer than `unit` and was rounded half to even. */
  exact: boolean
  /** The value in kWh as the file means it, without the noise of binary fractions. */
  sourceKwh: string
}

export type HourlyCsvOptions = ReadOptions & {
  utility: 'electricity' | 'gas'
  /** Default Wh. Gas meters often count finer, so that their sums are exact in mWh only. */
  unit?: 'Wh' | 'mWh' | undefined
  /**
   * 'each' (default): every reading is rounded for itself, and a long sum can drift from the file's. 'carry': what one
   * reading loses goes to the next, so that the sum up to any row is the file's sum rounded once; then a reading depends
   * on the rows before it, and a mended file gives other values than the broken one did.
   */
  rounding?: 'each' | 'carry' | undefined
  /** Default: told from the first rows. */
  intervalMinutes?: number | undefined
  /**
   * The zone of times that are written without UTC offset; without it they are refused. The repeated hour is resolved by
   * the order of rows, times in the skipped hour are refused.
   */
  zone?: string | undefined
  /** Of dates such as 04/05/2020; without it those are read that can mean one day only. */
  dateOrder?: DateOrder | undefined
}

type KwhRow = StartRow & { amount: AmountCell }

/** Also as suppliers name them; nothing that leaves open whether it is kWh, or whether the time is the begin. */
export const HOURLY_COLUMNS: CsvColumns = {
  required: ['start', 'value'],
  amounts: ['value'],
  synonyms: {
    start: ['starttime', 'startdatetime', 'intervalstart', 'periodstart'],
    value: ['kwh', 'valuekwh', 'energykwh', 'consumptionkwh', 'usagekwh', 'usekwh'],
  },
}

export const HOURLY_TIMES = ['start'] as const

const MINUTE_MS = 60_000
const POWER = { Wh: 3, mWh: 6 } as const

/**
 * Reads `start, value` (a meter's readings in kWh, oldest or newest first, or in pieces that are). Gaps and rows that do not
 * go on in order are notices; time that was read before is refused, wherever in the file.
 */
export function readHourlyCsv(
  source: ByteSource,
  options: HourlyCsvOptions,
): AsyncGenerator<ReadRow<IntervalReading>, void, undefined> {
  return reading(options, (context) => hourlyReadings(source, options, context))
}

async function* hourlyReadings(source: ByteSource, options: HourlyCsvOptions, context: Reading) {
  const given = options.intervalMinutes
  if (given !== undefined && !(Number.isInteger(given) && given > 0 && given <= 1440)) {
    throw fileFault('option_invalid', { option: 'intervalMinutes', value: given })
  }
  const parsed = kwhRows(source, options, context)
  const { intervalMs, rows } =
    given === undefined ? await deduceInterval(parsed, context.notify) : { intervalMs: given * MINUTE_MS, rows: parsed }
  yield* withEnds(rows, intervalMs, options, context)
}

/** The rows with a start and an amount. */
async function* kwhRows(
  source: ByteSource,
  options: HourlyCsvOptions,
  context: Reading,
): AsyncGenerator<KwhRow | BadRow> {
  const starts = new HourlyStarts(options.zone === undefined ? null : new ZoneClock(options.zone), context)
  for await (const row of csvRows(source, HOURLY_COLUMNS, options, context)) {
    if ('ok' in row) {
      yield row
      continue
    }
    const { line, raw } = row
    const { start = '', value = '' } = row.cells
    try {
      const startMs = starts.resolve(requireTime(start, 'start', options.dateOrder), line)
      const amount = requireAmount(value, 'value')
      starts.take(startMs, line)
      yield { line, startMs, text: start, raw, amount }
    } catch (error) {
      if (!(error instanceof InputFault)) throw error
      if (error.file) throw error.at(line)
      yield badRow(error, line, raw)
    }
  }
}

async function* withEnds(
  rows: AsyncIterable<KwhRow | BadRow>,
  intervalMs: number,
  options: HourlyCsvOptions,
  context: Reading,
): AsyncGenerator<ReadRow<IntervalReading>> {
  const { utility, unit = 'Wh' } = options
  const rounding = new QuantityRounding(POWER[unit], options.rounding === 'carry')
  const sum = new DecimalSum()
  context.totals = { value: sum }
  const counts = { noise: 0, rounded: 0 }
  const grid = new ReadingGrid(intervalMs, context.notify)
  let lastLine = 1
  for await (const row of rows) {
    if ('ok' in row) {
      yield row
      continue
    }
    const { line, startMs, amount } = row
    try {
      grid.check(row)
      requireStorable(toWhole(amount.meant, POWER[unit]), 'value', formatDecimal(amount.written))
      const { value: quantity, exact } = rounding.take(amount.meant)
      grid.take(row)
      lastLine = line
      sum.add(amount.written)
      counts.noise += amount.noise ? 1 : 0
      counts.rounded += exact ? 0 : 1
      const [start, end] = [new Date(startMs), new Date(startMs + intervalMs)]
      const sourceKwh = formatDecimal(amount.meant)
      yield {
        ok: true,
        line,
        record: { recordId: start.toISOString(), utility, start, end, quantity, unit, exact, sourceKwh },
      }
    } catch (error) {
      if (!(error instanceof InputFault) || error.file) throw error
      yield badRow(error, line, row.raw)
    }
  }
  grid.noticeCounts(lastLine)
  if (counts.noise > 0) context.notify(lastLine, 'float_noise', { count: counts.noise })
  if (counts.rounded > 0) context.notify(lastLine, 'rounded', { count: counts.rounded, unit })
}
