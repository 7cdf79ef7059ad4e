import { isEstimate, type MeterReading } from './meter-reading.ts'

/**
 * Which records of a batch lie over another one of it. What was read goes before what was estimated, and what begins
 * earlier before what begins later; the same beginning is left to the table's key, which knows repetitions.
 */
export function overlapping(records: readonly MeterReading[]): Set<MeterReading> {
  const left = new Set<MeterReading>()
  for (const own of Map.groupBy(records, ({ meter }) => meter.id).values()) {
    const read = place(
      own.filter(({ row }) => !isEstimate(row)),
      [],
      left,
    )
    place(
      own.filter(({ row }) => isEstimate(row)),
      read,
      left,
    )
  }
  return left
}

interface Span {
  readonly from: number
  readonly until: number
}

/** Places records beside those that have a place; gives back the spans taken, in their order. */
function place(records: readonly MeterReading[], taken: readonly Span[], left: Set<MeterReading>): Span[] {
  const placed: Span[] = []
  let at = 0
  for (const record of records.toSorted((a, b) => a.row.startedAt.getTime() - b.row.startedAt.getTime())) {
    const [from, until] = [record.row.startedAt.getTime(), record.row.endedAt.getTime()]
    const last = placed.at(-1)
    if (last && from !== last.from && from < last.until) {
      left.add(record)
      continue
    }
    while (at < taken.length && (taken[at]?.until ?? 0) <= from) at += 1
    const next = taken[at]
    if (next && next.from < until) left.add(record)
    else if (!last || from !== last.from) placed.push({ from, until })
  }
  return placed
}
