import type { Reading } from './reading-file.ts'
import { fileFault, rowFault } from './row-problems.ts'
import { requirePlausible, type WrittenTime, type ZoneClock } from './timestamps.ts'

/**
 * Turns written starts into instants. The file is taken for one that is oldest first, or newest first where the second
 * row lies before the first; a third row that does not go on so shows that only the second was out of place.
 */
export class HourlyStarts {
  private taken = 0
  private newestFirst = false
  private last = { ms: Number.NEGATIVE_INFINITY, line: 0 }
  private readonly clock: ZoneClock | null
  private readonly context: Reading

  constructor(clock: ZoneClock | null, context: Reading) {
    this.clock = clock
    this.context = context
  }

  resolve(time: WrittenTime, line: number): number {
    requirePlausible(time, 'start', this.context.notAfter)
    return time.offsetMs === null ? this.fromLocal(time, line) : time.wallMs - time.offsetMs
  }

  take(ms: number, line: number): void {
    if (this.taken === 1 || this.taken === 2) this.newestFirst = ms < this.last.ms
    this.taken++
    this.last = { ms, line }
  }

  private fromLocal(time: WrittenTime, line: number): number {
    if (!this.clock) {
      const params = { column: 'start', value: time.text }
      // A whole file of local times is one fault, not one for each row.
      throw this.last.line > 0 ? rowFault('time_without_offset', params) : fileFault('zone_required')
    }
    const { zone } = this.clock
    const [first, second] = this.clock.instantsOf(time.wallMs)
    if (first === undefined) throw rowFault('local_time_missing', { column: 'start', value: time.text, zone })
    if (second === undefined) return first
    const [sooner, later] = this.newestFirst ? [second, first] : [first, second]
    const taken = this.taken === 0 || sooner > this.last.ms !== this.newestFirst ? sooner : later
    this.context.notify(line, 'ambiguous_local_time', { value: time.text, zone, taken: new Date(taken).toISOString() })
    return taken
  }
}
