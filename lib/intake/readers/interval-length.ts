import type { BadRow, Notify } from './reading-file.ts'

/** A meter's row before its end is known. */
export type StartRow = { line: number; startMs: number; text: string; raw: string }

const ENOUGH_STARTS = 64
const MOST_HELD_BACK = 1024
const HOUR_MINUTES = 60
const MINUTE_MS = 60_000

/** The step that rows in their order have most often; of rows in no order, what all their steps are multiples of. */
function commonStep(starts: readonly number[]): number | null {
  const steps = starts.flatMap((start, index) => Math.abs(start - (starts[index - 1] ?? start)) || [])
  const counts = new Map<number, number>()
  for (const step of steps) counts.set(step, (counts.get(step) ?? 0) + 1)
  const [best] = [...counts].sort(([stepA, a], [stepB, b]) => b - a || stepA - stepB)
  if (!best) return null
  const [step, count] = best
  const shared = steps.reduce(greatestDivisor)
  return count * 3 >= steps.length || shared < MINUTE_MS ? step : shared
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

/** Looks at the first rows to tell the interval's length in milliseconds; gives back all rows in their order. */
export async function deduceInterval<Row extends StartRow>(
  rows: AsyncIterator<Row | BadRow>,
  notify: Notify,
): Promise<{ intervalMs: number; rows: AsyncGenerator<Row | BadRow> }> {
  const held: (Row | BadRow)[] = []
  const starts: number[] = []
  let done = false
  let failure: { error: unknown } | null = null
  while (!done && starts.length < ENOUGH_STARTS && held.length < MOST_HELD_BACK) {
    try {
      const next = await rows.next()
      if (next.done) done = true
      else {
        held.push(next.value)
        if (!('ok' in next.value)) starts.push(next.value.startMs)
      }
    } catch (error) {
      // The rows before the damage are given out first.
      failure = { error }
      done = true
    }
  }
  const step = commonStep(starts)
  if (step === null && starts.length > 0) notify(held[0]?.line ?? 1, 'interval_assumed', { minutes: HOUR_MINUTES })
  const all = (async function* () {
    try {
      yield* held
      if (failure) throw failure.error
      if (!done) yield* { [Symbol.asyncIterator]: () => rows }
    } finally {
      // The consumer may stop among the rows that were held back.
      await rows.return?.()
    }
  })()
  return { intervalMs: step ?? HOUR_MINUTES * MINUTE_MS, rows: all }
}
