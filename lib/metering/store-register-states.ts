import type { Tx } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'
import type { MeterRef, StoreOutcome } from './meter.ts'
import type { ReadingRow } from './meter-reading.ts'
import { registerDifference } from './register-difference.ts'
import { storeReadings } from './store-readings.ts'

/** What a meter's register showed at a time, in the meter's unit. */
export interface RegisterState {
  readonly senderId: string
  readonly at: Date
  readonly value: bigint
  readonly quality?: string
}

/**
 * Stores states of a register as the use between each and the one before it, from the last one that is known on. The
 * first state of a meter without any begins its count and is no use yet.
 * @returns what became of each use
 * @throws Refusal `metering.register_backwards` where a register without a limit shows less than before
 */
export async function storeRegisterStates(
  tx: Tx,
  meter: MeterRef,
  states: readonly RegisterState[],
): Promise<StoreOutcome[]> {
  const ordered = states.toSorted((a, b) => a.at.getTime() - b.at.getTime())
  const [first] = ordered
  if (!first) return []
  const [known] = await tx.$queryRaw<{ limit: bigint | null; at: Date | null; value: bigint | null }[]>`
    SELECT m.register_limit AS limit, r.ended_at AS at, r.register_to AS value FROM meter m
    LEFT JOIN LATERAL (
      SELECT ended_at, register_to FROM reading
      WHERE brand = m.brand AND subject_id = m.subject_id AND meter_id = m.id AND register_to IS NOT NULL
        AND ended_at <= ${first.at} AND started_at < ${first.at}
      ORDER BY started_at DESC LIMIT 1
    ) r ON true
    WHERE m.id = ${meter.id}::uuid`
  const begin = known?.at && known.value !== null ? [{ at: known.at, value: known.value }] : []
  const chain = [...begin, ...ordered.filter(({ at }) => begin.every((one) => one.at < at))]
  const rows = chain.flatMap((state, index): ReadingRow[] => {
    const before = chain[index - 1]
    if (!before || !('senderId' in state)) return []
    const quantity = registerDifference(before.value, state.value, known?.limit ?? null)
    if (quantity === null) throw new Refusal('metering.register_backwards')
    return [
      {
        senderId: state.senderId,
        startedAt: before.at,
        endedAt: state.at,
        quantity,
        registerFrom: before.value,
        registerTo: state.value,
        ...(state.quality ? { quality: state.quality } : {}),
      },
    ]
  })
  return storeReadings(tx, meter, rows)
}
