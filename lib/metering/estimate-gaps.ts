import type { Tx } from '#lib/platform/database/index.ts'
import type { MeterGap } from './find-gaps.ts'
import type { MeterReading } from './meter-reading.ts'
import { storeReadingsOfMeters } from './store-readings.ts'

/** Less than a week of readings says too little of what a meter uses. */
const LEAST_SECONDS = 7n * 86_400n

/** Whether enough was read around a gap to say what was used in it. */
export function canEstimate({ readSeconds }: MeterGap): boolean {
  return readSeconds >= LEAST_SECONDS
}

/**
 * Fills gaps with what each meter used in the weeks around them, by time, as estimates: they are shown and billed as such,
 * and a reading that comes later takes their place.
 */
export async function estimateGaps(tx: Tx, brand: string, gaps: readonly MeterGap[]): Promise<void> {
  await storeReadingsOfMeters(tx, brand, gaps.map(estimateOf))
}

function estimateOf({ meter, from, until, readQuantity, readSeconds }: MeterGap): MeterReading {
  const milliseconds = BigInt(until.getTime() - from.getTime())
  return {
    meter,
    row: {
      senderId: `estimate ${meter.id} ${from.toISOString()}`,
      startedAt: from,
      endedAt: until,
      quantity: (readQuantity * milliseconds) / (readSeconds * 1000n),
      quality: 'estimated',
    },
  }
}
