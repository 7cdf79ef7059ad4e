export type Random = () => number

/** mulberry32: small, fast, the same everywhere. */
export function random(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const upTo = (next: Random, below: number) => Math.floor(next() * below)

export function pick<T>(next: Random, from: readonly [T, ...T[]]): T {
  return from[upTo(next, from.length)] ?? from[0]
}
