import { type Grant, inScope } from '#lib/access/index.ts'
import {
  type ChargingSessionRow,
  findMeters,
  type KnownMeter,
  storeChargingSessions as keepSessions,
  type StoreOutcome as MeteredOutcome,
  type ReadingRow,
  registerDifference,
  storeReadingsOfMeters,
} from '#lib/metering/index.ts'
import { currencyExponent, fromDecimalText } from '#lib/platform/money/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { StoreOutcome } from '#lib/records/index.ts'
import type { PlacedRecord } from './place-records.ts'
import { LARGEST_STORABLE } from './readers/exact-quantity.ts'

type Answer = StoreOutcome | Refusal

/** Readings of meters; quantities and registers in the meter's own unit. */
export function storeReadings(grant: Grant<'intake:write'>, records: readonly PlacedRecord[]): Promise<Answer[]> {
  const serials = records.flatMap(({ subject }) => ('meter' in subject ? subject.meter : []))
  return inScope(grant, async (tx) => {
    const meters = await findMeters(tx, grant.brand, serials)
    return storeSound(
      records,
      (record) => readingOf(record, meters),
      (rows) => storeReadingsOfMeters(tx, grant.brand, rows),
    )
  })
}

/** Charging sessions of any of the brand's people. */
export function storeChargingSessions(
  grant: Grant<'intake:write'>,
  records: readonly PlacedRecord[],
): Promise<Answer[]> {
  return inScope(grant, (tx) => storeSound(records, sessionOf, (rows) => keepSessions(tx, grant.brand, rows)))
}

/** Stores the rows that can be made of the records, all at once, and puts each answer back in its place. */
async function storeSound<Row>(
  records: readonly PlacedRecord[],
  rowOf: (record: PlacedRecord) => Row | Refusal,
  store: (rows: readonly Row[]) => Promise<MeteredOutcome[]>,
): Promise<Answer[]> {
  const rows = records.map(rowOf)
  const sound = rows.flatMap((row, at) => (row instanceof Refusal ? [] : [{ row, at }]))
  const stored = await store(sound.map(({ row }) => row))
  const answers = rows.map((row): Answer | undefined => (row instanceof Refusal ? row : undefined))
  sound.forEach(({ at }, index) => {
    answers[at] = answerOf(stored[index])
  })
  return answers.map((answer) => answer ?? answerOf(undefined))
}

function answerOf(outcome: MeteredOutcome | undefined): Answer {
  if (!outcome) throw new Error('metering gave no answer for a record')
  if (outcome.outcome !== 'refused') return outcome.outcome
  return outcome.reason === 'sender_id_reused' ? 'reused' : new Refusal('intake.interval_taken')
}

function readingOf(
  record: PlacedRecord,
  meters: ReadonlyMap<string, KnownMeter>,
): { meter: KnownMeter; row: ReadingRow } | Refusal {
  const { values, subject, id: senderId } = record
  const meter = 'meter' in subject ? meters.get(subject.meter) : undefined
  if (!meter) return new Refusal('intake.meter_needed')
  const [startedAt, endedAt] = [timeIn(record, 'started_at'), timeIn(record, 'ended_at')]
  if (endedAt <= startedAt) return new Refusal('intake.times_reversed')
  const [registerFrom, registerTo] = [wholeIn(record, 'register_from'), wholeIn(record, 'register_to')]
  const counted =
    registerFrom === null || registerTo === null
      ? null
      : registerDifference(registerFrom, registerTo, meter.registerLimit)
  // Two states of a register say what was used; a register that began anew says it too.
  const quantity = wholeIn(record, 'quantity') ?? counted
  if (quantity === null) return new Refusal('intake.field_missing', { field: 'quantity' })
  if (quantity < 0n) return new Refusal('intake.negative', { field: 'quantity' })
  return {
    meter,
    row: {
      senderId,
      startedAt,
      endedAt,
      quantity,
      ...(typeof values.quality === 'string' ? { quality: values.quality } : {}),
      ...(registerFrom === null ? {} : { registerFrom }),
      ...(registerTo === null ? {} : { registerTo }),
    },
  }
}

function sessionOf(record: PlacedRecord): ChargingSessionRow | Refusal {
  const { values, subjectId, deviceId, id: senderId } = record
  const [startedAt, endedAt] = [timeIn(record, 'started_at'), timeIn(record, 'ended_at')]
  if (endedAt < startedAt) return new Refusal('intake.times_reversed')
  const energyWh = wholeIn(record, 'energy_wh') ?? 0n
  if (energyWh < 0n) return new Refusal('intake.negative', { field: 'energy_wh' })
  const cost = costOf(record)
  if (cost instanceof Refusal) return cost
  return {
    senderId,
    subjectId,
    startedAt,
    endedAt,
    energyWh,
    ...(deviceId === null ? {} : { deviceId }),
    ...(cost ?? {}),
    ...(typeof values.station === 'string' ? { station: values.station } : {}),
  }
}

function costOf({ values }: PlacedRecord): { costMinor: bigint; currency: string } | Refusal | null {
  const { cost, currency } = values
  if (typeof cost !== 'string') return null
  if (typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return new Refusal('intake.currency_needed')
  const decimals = /\.(\d+)$/.exec(cost)?.[1]?.length ?? 0
  if (decimals > currencyExponent(currency)) return new Refusal('intake.cost_too_fine', { currency })
  const costMinor = fromDecimalText(cost, currency)
  if (costMinor > LARGEST_STORABLE || costMinor < -LARGEST_STORABLE) return new Refusal('intake.cost_too_large')
  return { costMinor, currency }
}

// The category's schema has seen to it that these are there and of their type.
const timeIn = ({ values }: PlacedRecord, key: string) => new Date(String(values[key]))

function wholeIn({ values }: PlacedRecord, key: string): bigint | null {
  const value = values[key]
  return typeof value === 'number' ? BigInt(value) : null
}
