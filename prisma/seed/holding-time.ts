import { clock } from '#lib/platform/clock.ts'

/** Runs a verb as if it were called at a moment of the past. One after the other only: there is one clock. */
export async function heldAt<T>(at: Date, run: () => Promise<T>): Promise<T> {
  clock.hold(at)
  try {
    return await run()
  } finally {
    clock.hold(null)
  }
}
