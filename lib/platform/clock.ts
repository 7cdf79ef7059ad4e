let offset = 0
let held: Date | null = null

/** The one source of the current time, so that tests can move it. */
export const clock = {
  now: (): Date => (held ? new Date(held) : new Date(Date.now() + offset)),
  /** Days, hours or minutes from now; negative for the past. */
  inDays: (days: number): Date => new Date(clock.now().getTime() + days * 86_400_000),
  inMinutes: (minutes: number): Date => new Date(clock.now().getTime() + minutes * 60_000),
  /** Moves time for a test; 0 brings it back. */
  shift: (milliseconds: number): void => {
    offset = milliseconds
  },
  /** Holds time still at a moment of the past, for the demo's history; null lets it run again. */
  hold: (at: Date | null): void => {
    held = at
  },
}
