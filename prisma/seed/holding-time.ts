import { clock } from '#lib/platform/clock.ts'

let held: Date | null = null

/** Runs something as if it happened at a moment of the past. One after the other only: there is one clock. */
export async function heldAt<T>(at: Date, run: () => Promise<T>): Promise<T> {
  const before = held
  try {
    hold(at)
    return await run()
  } finally {
    hold(before)
  }
}

function hold(at: Date | null): void {
  held = at
  clock.hold(at)
}
