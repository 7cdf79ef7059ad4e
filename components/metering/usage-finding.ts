import { type UsageStep, yearBefore } from './steps-of.ts'

/** What a chart of months has to say: against the same month a year before where there is one, else the month before. */
export type UsageFinding =
  | { readonly kind: 'less' | 'more'; readonly percent: number; readonly day: string; readonly against: string }
  | { readonly kind: 'same'; readonly day: string; readonly against: string }
  | { readonly kind: 'only'; readonly day: string; readonly quantity: bigint }
  | { readonly kind: 'none' }

/**
 * The finding of the newest month that is over.
 * @param current the first day of the month that is not over yet
 */
export function findUsage(steps: readonly UsageStep[], current: string): UsageFinding {
  const used = steps.filter((step) => step.day < current && step.quantity > 0n)
  const last = used.at(-1)
  if (!last) return { kind: 'none' }
  const before = used.find((step) => step.day === yearBefore(last.day)) ?? used.at(-2)
  if (!before) return { kind: 'only', day: last.day, quantity: last.quantity }
  const percent = Math.round((Number(last.quantity - before.quantity) / Number(before.quantity)) * 100)
  const between = { day: last.day, against: before.day }
  if (percent === 0) return { kind: 'same', ...between }
  return { kind: percent < 0 ? 'less' : 'more', percent: Math.abs(percent), ...between }
}
