import type { Refusal, RefusalCode, RefusalDetails } from '#lib/platform/refusal.ts'

/** What became of one record of a batch. */
export type Outcome =
  | { readonly status: 'stored' | 'duplicate' }
  | { readonly status: 'refused'; readonly reason: RefusalCode; readonly details: RefusalDetails }

/** How many records of a batch went which way. */
export type OutcomeCounts = Readonly<Record<Outcome['status'], number>>

export function refused(refusal: Refusal): Outcome {
  return { status: 'refused', reason: refusal.code, details: refusal.details }
}

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const counts = { stored: 0, duplicate: 0, refused: 0 }
  for (const { status } of outcomes) counts[status] += 1
  return counts
}
