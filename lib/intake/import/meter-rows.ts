import type { Unit } from '#lib/metering/schema.ts'
import { REGISTER_UNITS } from '../readers/espi-units.ts'
import { divideHalfEven, toWhole } from '../readers/exact-quantity.ts'
import { type GreenButtonReading, readGreenButton } from '../readers/read-green-button.ts'
import { readHourlyCsv } from '../readers/read-hourly-csv.ts'
import { readWaterRegisterCsv } from '../readers/read-water-register-csv.ts'
import { badRow, type ReadOptions } from '../readers/reading-file.ts'
import { rowFault } from '../readers/row-problems.ts'
import type { ImportRequest } from './import-request.ts'
import type { ImportRow, WantedMeter } from './import-row.ts'

/** The longest number of a meter. */
export const SERIAL_LENGTH = 60

/** What flows back to the grid is counted by a meter of its own. */
const BACK = ' ↩'

/** Hourly use of one meter. */
export async function* hourlyRows(
  request: ImportRequest,
  meter: WantedMeter & { utility: 'electricity' | 'gas'; unit: 'Wh' | 'mWh' },
  options: ReadOptions,
): AsyncGenerator<ImportRow> {
  const { utility, unit, serial } = meter
  const { zone, dateOrder } = request
  for await (const row of readHourlyCsv(request.open(), { ...options, utility, unit, zone, dateOrder })) {
    if (!row.ok) {
      yield row
      continue
    }
    const { recordId, start, end, quantity } = row.record
    yield { line: row.line, meter, id: `${serial}/${recordId}`, start, end, quantity }
  }
}

/** The use of many water meters over one period, by two states of their registers. */
export async function* waterRows(
  request: ImportRequest,
  period: { readonly start: Date; readonly end: Date },
  options: ReadOptions,
): AsyncGenerator<ImportRow> {
  const { start, end } = period
  const { registerDigits: rolloverDigits, registerUnit: unit = 'm3' } = request
  const { ratio } = REGISTER_UNITS[unit]
  const registerLimit =
    rolloverDigits === undefined
      ? {}
      : { registerLimit: toWhole({ digits: 10n ** BigInt(rolloverDigits), scale: 0 }, 0, ratio).value }
  for await (const row of readWaterRegisterCsv(request.open(), { ...options, rolloverDigits, unit })) {
    if (!row.ok) {
      yield row
      continue
    }
    const { meterId: serial, consumptionLitres, oldLitres, newLitres } = row.record
    if (serial.length > SERIAL_LENGTH) {
      yield badRow(rowFault('id_invalid', { column: 'meter_id', limit: SERIAL_LENGTH }), row.line, serial)
      continue
    }
    yield {
      line: row.line,
      meter: { serial, utility: 'water', unit: 'l', ...registerLimit },
      id: `${serial}/${start.toISOString()}/${end.toISOString()}`,
      start,
      end,
      quantity: consumptionLitres,
      registerFrom: oldLitres,
      registerTo: newLitres,
    }
  }
}

/** The interval readings of a Green Button feed: a meter for each meter reading of each utility. */
export async function* greenButtonRows(
  request: ImportRequest,
  unit: 'Wh' | 'mWh',
  options: ReadOptions,
): AsyncGenerator<ImportRow> {
  for await (const row of readGreenButton(request.open(), { ...options, milli: unit === 'mWh' })) {
    if (!row.ok) {
      yield row
      continue
    }
    const { record, line } = row
    // A balance of both directions can be less than none, and is neither use nor what flowed back.
    if (record.direction === 'net') {
      yield badRow(rowFault('not_consumption', { direction: record.direction }), line, record.recordId)
      continue
    }
    const measured = storable(record)
    const back = record.direction === 'received'
    const serial = `${(request.meter ?? serialOf(record, request.person)).slice(0, back ? SERIAL_LENGTH - BACK.length : SERIAL_LENGTH)}${back ? BACK : ''}`
    yield {
      line,
      meter: { serial, utility: record.utility, unit: measured.unit, ...(back ? { direction: 'export' } : {}) },
      id: `${serial}/${record.start.toISOString()}`,
      start: record.start,
      end: record.end,
      quantity: measured.quantity,
      quality: qualityOf(record.quality),
    }
  }
}

/** Meters count volume in litres; the reader counts it finer where energy has to be. */
function storable({ quantity, unit }: GreenButtonReading): { quantity: bigint; unit: Unit } {
  if (unit === 'L') return { quantity, unit: 'l' }
  if (unit === 'mL') return { quantity: divideHalfEven(quantity, 1000n).value, unit: 'l' }
  return { quantity, unit }
}

/**
 * The end of the feed's address of the meter reading: what tells one from another stands there. An address without a host
 * is the same in every customer's feed (`UsagePoint/01/MeterReading/01`), so it is told apart by whose meter it is.
 */
function serialOf({ utility, meterReading }: GreenButtonReading, person = ''): string {
  const owner = /^https?:/i.test(meterReading) || person === '' ? utility : `${utility} ${person}`
  return `${owner} ${meterReading}`.length <= SERIAL_LENGTH
    ? `${owner} ${meterReading}`
    : `${owner} …${meterReading.slice(Math.min(0, owner.length + 2 - SERIAL_LENGTH))}`
}

// ESPI: 0 is valid, 7 was edited by hand, 8 to 12 are estimates and forecasts.
function qualityOf(codes: readonly number[]): string {
  if (codes.some((code) => code >= 8 && code <= 12)) return 'estimated'
  return codes.includes(7) ? 'edited' : 'actual'
}
