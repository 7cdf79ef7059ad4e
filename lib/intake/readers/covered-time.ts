/** How many stretches are kept in mind; a file in its order is one, and one more for each gap. */
const MOST_STRETCHES = 100_000

type Stretch = { from: number; to: number }

/** The time that a meter's rows cover, in whatever order they come. */
export class CoveredTime {
  /** Apart from each other, earliest first. */
  private readonly stretches: Stretch[] = []

  /** True where more was given than is kept in mind: the earliest is forgotten by then. */
  get forgets(): boolean {
    return this.stretches.length >= MOST_STRETCHES
  }

  /** Whether any of it was covered before. */
  has(from: number, to: number): boolean {
    const before = this.stretches[this.indexAfter(from) - 1]
    const after = this.stretches[this.indexAfter(from)]
    return (before !== undefined && before.to > from) || (after !== undefined && after.from < to)
  }

  /** What was not covered before. */
  add(from: number, to: number): void {
    const at = this.indexAfter(from)
    const [before, after] = [this.stretches[at - 1], this.stretches[at]]
    const [joinsBefore, joinsAfter] = [before?.to === from, after?.from === to]
    if (before && after && joinsBefore && joinsAfter) {
      before.to = after.to
      this.stretches.splice(at, 1)
    } else if (before && joinsBefore) before.to = to
    else if (after && joinsAfter) after.from = from
    else {
      this.stretches.splice(at, 0, { from, to })
      if (this.stretches.length > MOST_STRETCHES) this.stretches.shift()
    }
  }

  /** The first stretch that begins after the moment. */
  private indexAfter(moment: number): number {
    let [low, high] = [0, this.stretches.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.stretches[middle]?.from ?? 0) <= moment) low = middle + 1
      else high = middle
    }
    return low
  }
}
