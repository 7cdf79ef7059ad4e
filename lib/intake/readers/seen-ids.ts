import type { Notify } from './reading-file.ts'
import { rowFault } from './row-problems.ts'

const MOST_REMEMBERED = 250_000

/** Finds ids that come twice, in bounded memory: past a quarter of a million it says so once and looks at the known ones only. */
export class SeenIds {
  private readonly lines = new Map<string, number>()
  private readonly notify: Notify
  private stopped = false

  constructor(notify: Notify) {
    this.notify = notify
  }

  /** Faults the row if the id was seen before. */
  add(id: string, column: string, line: number): void {
    const firstLine = this.lines.get(id)
    if (firstLine !== undefined) throw rowFault('duplicate_id', { column, value: id, firstLine })
    if (this.lines.size < MOST_REMEMBERED) this.lines.set(id, line)
    else if (!this.stopped) {
      this.stopped = true
      this.notify(line, 'duplicate_check_stopped', { limit: MOST_REMEMBERED })
    }
  }
}
