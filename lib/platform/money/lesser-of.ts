/** The smaller of two amounts; `Math.min` takes no bigint. */
export function lesserOf(a: bigint, b: bigint): bigint {
  return b < a ? b : a
}
