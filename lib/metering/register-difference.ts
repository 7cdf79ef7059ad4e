/**
 * What a register counted between two of its readings. A register that shows less than before has begun anew at zero,
 * where it has a last number; without one it says nothing.
 * @param limit the number at which it begins anew: 100 000 for five figures
 */
export function registerDifference(from: bigint, to: bigint, limit: bigint | null): bigint | null {
  if (from < 0n || to < 0n) return null
  if (to >= from) return to - from
  return limit !== null && from < limit ? limit - from + to : null
}
