/** The provider's own clock: it can run ahead of ours, so that key expiry and late events can be tried. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Whole seconds since the epoch, as Stripe writes time. */
  seconds(): number
  iso(): string
  advance(seconds: number): void
}

export function createClock(): Clock {
  let offsetMs = 0
  const now = () => Date.now() + offsetMs
  return {
    now,
    seconds: () => Math.floor(now() / 1000),
    iso: () => new Date(now()).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    advance: (seconds) => {
      offsetMs += seconds * 1000
    },
  }
}
