import { requireAmount, requireId, requireStorable } from './cell-values.ts'
import { type CsvColumns, csvRows } from './csv-rows.ts'
import { REGISTER_UNITS, type RegisterUnit } from './espi-units.ts'
import { DecimalSum, type ExactDecimal, formatDecimal, toWhole } from './exact-quantity.ts'
import { type ByteSource, badRow, type Reading, type ReadOptions, type ReadRow, reading } from './reading-file.ts'
import { fileFault, InputFault, rowFault } from './row-problems.ts'
import { SeenIds } from './seen-ids.ts'

/** Two states of a water meter's register and what ran through between them, in litres. The file has no dates. */
export type WaterRegisterReading = {
  /** The meter's id: the file has one row for each. */
  recordId: string
  meterId: string
  oldLitres: bigint
  newLitres: bigint
  consumptionLitres: bigint
  /** False if the register is finer than a litre and the litres are rounded half to even. */
  exact: boolean
  rolledOver: boolean
}

export type WaterRegisterCsvOptions = ReadOptions & {
  /** Digits of the register before the decimal point; with it a lower new reading is taken as a roll-over past all nines. */
  rolloverDigits?: number | undefined
  /** What the registers count in. Default: cubic metres. */
  unit?: RegisterUnit | undefined
}

export const WATER_COLUMNS: CsvColumns = {
  required: ['meter_id', 'read_old', 'read_new'],
  amounts: ['read_old', 'read_new'],
}

type Registers = { before: ExactDecimal; after: ExactDecimal; used: ExactDecimal; rolledOver: boolean }

function minus(a: ExactDecimal, b: ExactDecimal): ExactDecimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * 10n ** BigInt(scale - a.scale) - b.digits * 10n ** BigInt(scale - b.scale), scale }
}

/** A meter that wrapped has used little of its range; one that seems to have used more than half was replaced. */
function registersOf(before: ExactDecimal, after: ExactDecimal, digits: number | undefined): Registers {
  const used = minus(after, before)
  if (used.digits >= 0n) return { before, after, used, rolledOver: false }
  const params = { old: formatDecimal(before), new: formatDecimal(after) }
  if (digits === undefined) throw rowFault('register_backwards', params)
  const range = { digits: 10n ** BigInt(digits), scale: 0 }
  const wrapped = minus(range, minus(before, after))
  if (minus(range, before).digits <= 0n || wrapped.digits * 2n > range.digits * 10n ** BigInt(wrapped.scale)) {
    throw rowFault('rollover_implausible', { ...params, digits })
  }
  return { before, after, used: wrapped, rolledOver: true }
}

/**
 * Reads `meter_id, read_old, read_new` (cubic metres, or another unit that is named). Every other column is dropped and named in one notice; where the
 * meter stands (`lat`, `lon`) is location data that nothing here needs, so it reaches neither records nor reports.
 */
export function readWaterRegisterCsv(
  source: ByteSource,
  options: WaterRegisterCsvOptions = {},
): AsyncGenerator<ReadRow<WaterRegisterReading>, void, undefined> {
  return reading(options, (context) => waterRows(source, options, context))
}

async function* waterRows(
  source: ByteSource,
  options: WaterRegisterCsvOptions,
  context: Reading,
): AsyncGenerator<ReadRow<WaterRegisterReading>> {
  const { rolloverDigits } = options
  if (
    rolloverDigits !== undefined &&
    !(Number.isInteger(rolloverDigits) && rolloverDigits > 0 && rolloverDigits <= 15)
  ) {
    throw fileFault('option_invalid', { option: 'rolloverDigits', value: rolloverDigits })
  }
  const seen = new SeenIds(context.notify)
  let [rounded, lastLine] = [0, 1]
  const sums = { read_old: new DecimalSum(), read_new: new DecimalSum(), consumption: new DecimalSum() }
  context.totals = sums
  for await (const row of csvRows(source, WATER_COLUMNS, options, context)) {
    if ('ok' in row) {
      yield row
      continue
    }
    const { line, cells, raw } = row
    try {
      const record = readMeter(cells, options, (id) => seen.add(id, 'meter_id', line), sums)
      rounded += record.exact ? 0 : 1
      lastLine = line
      yield { ok: true, line, record }
    } catch (error) {
      if (!(error instanceof InputFault) || error.file) throw error
      yield badRow(error, line, raw)
    }
  }
  if (rounded > 0) context.notify(lastLine, 'rounded', { count: rounded, unit: 'L' })
}

type WaterSums = Record<'read_old' | 'read_new' | 'consumption', DecimalSum>

function readMeter(
  cells: Record<string, string>,
  { rolloverDigits, unit = 'm3' }: WaterRegisterCsvOptions,
  claim: (id: string) => void,
  sums: WaterSums,
): WaterRegisterReading {
  const { meter_id = '', read_old = '', read_new = '' } = cells
  const meterId = requireId(meter_id, 'meter_id')
  const old = requireAmount(read_old, 'read_old')
  const now = requireAmount(read_new, 'read_new')
  const registers = registersOf(old.meant, now.meant, rolloverDigits)
  const litres = (amount: ExactDecimal) => toWhole(amount, 0, REGISTER_UNITS[unit].ratio)
  const [before, after] = [litres(registers.before), litres(registers.after)]
  const used = requireStorable(litres(registers.used), 'read_new', read_new)
  requireStorable(before, 'read_old', read_old)
  requireStorable(after, 'read_new', read_new)
  claim(meterId)
  sums.read_old.add(old.written)
  sums.read_new.add(now.written)
  sums.consumption.add(registers.used)
  return {
    recordId: meterId,
    meterId,
    oldLitres: before.value,
    newLitres: after.value,
    consumptionLitres: used.value,
    exact: before.exact && after.exact && used.exact,
    rolledOver: registers.rolledOver,
  }
}
