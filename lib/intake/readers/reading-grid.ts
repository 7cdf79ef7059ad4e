import { CoveredTime } from './covered-time.ts'
import type { StartRow } from './interval-length.ts'
import type { Notify } from './reading-file.ts'
import { rowFault } from './row-problems.ts'

const MINUTE_MS = 60_000

/** Lays a meter's rows on the grid of their intervals: finds what was read before, what is missing, what lies beside it. */
export class ReadingGrid {
  private readonly intervalMs: number
  private readonly notify: Notify
  private readonly covered = new CoveredTime()
  private taken = 0
  private newestFirst = false
  private last: StartRow | null = null
  /** The latest row so far; the earliest of a file that is newest first. */
  private furthest: StartRow | null = null
  private outOfOrder = 0
  private scattered = false

  constructor(intervalMs: number, notify: Notify) {
    this.intervalMs = intervalMs
    this.notify = notify
  }

  /** Faults a row whose time was covered before. */
  check({ startMs, text }: StartRow): void {
    const step = Math.abs(startMs - (this.last?.startMs ?? Number.NEGATIVE_INFINITY))
    const params = { value: text, firstLine: this.last?.line ?? 0 }
    if (step === 0) throw rowFault('duplicate_start', params)
    if (step < this.intervalMs) throw rowFault('overlap', params)
    if (this.covered.has(startMs, startMs + this.intervalMs)) throw rowFault('covered', params)
  }

  take(row: StartRow): void {
    const { last, furthest } = this
    if (last && this.taken < 3) this.newestFirst = row.startMs < last.startMs
    this.taken++
    this.last = row
    this.covered.add(row.startMs, row.startMs + this.intervalMs)
    if (this.covered.forgets && !this.scattered) {
      this.scattered = true
      this.notify(row.line, 'too_scattered')
    }
    if (furthest && row.startMs < furthest.startMs !== this.newestFirst) {
      this.outOfOrder++
      return
    }
    this.furthest = row
    if (furthest) this.tellGap(furthest, row)
  }

  noticeCounts(line: number): void {
    if (this.outOfOrder > 0) this.notify(line, 'not_in_order', { count: this.outOfOrder })
  }

  private tellGap(before: StartRow, row: StartRow): void {
    const step = Math.abs(row.startMs - before.startMs)
    if (step % this.intervalMs !== 0) {
      this.notify(row.line, 'off_grid', { value: row.text, minutes: this.intervalMs / MINUTE_MS })
    }
    const missing = Math.ceil(step / this.intervalMs) - 1
    const [from, to] = row.startMs > before.startMs ? [before.text, row.text] : [row.text, before.text]
    // What stands between, a row out of place may have brought already.
    const [open, close] = [
      Math.min(before.startMs, row.startMs) + this.intervalMs,
      Math.max(before.startMs, row.startMs),
    ]
    if (missing > 0 && !this.covered.has(open, close)) this.notify(row.line, 'gap', { missing, from, to })
  }
}
