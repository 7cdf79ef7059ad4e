import { clock } from '#lib/platform/clock.ts'

const DAY = 86_400_000

/** How the clock of a request stands. */
export interface AnswerClock {
  readonly identifiedAt: Date | null
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
}

/** The clock begins when it is known who asks (WBP-19). */
export function startClock(days: number): AnswerClock & { identifiedAt: Date; dueAt: Date; pausedAt: null } {
  return { identifiedAt: clock.now(), dueAt: clock.inDays(days), pausedAt: null }
}

/** It stands still while it has to be shown once more. Before it began there is nothing to stop. */
export function pauseClock(held: AnswerClock): AnswerClock {
  const { identifiedAt, dueAt, pausedAt } = held
  return { identifiedAt, dueAt, pausedAt: identifiedAt ? (pausedAt ?? clock.now()) : null }
}

/** It goes on with the days that were left, or begins where it never ran. */
export function resumeClock(held: AnswerClock, days: number): AnswerClock {
  const { identifiedAt, dueAt, pausedAt } = held
  if (!identifiedAt || !dueAt) return startClock(days)
  const stood = pausedAt ? clock.now().getTime() - pausedAt.getTime() : 0
  return { identifiedAt, dueAt: new Date(dueAt.getTime() + stood), pausedAt: null }
}

export function extendClock({ dueAt }: AnswerClock, days: number): { dueAt: Date | null } {
  return { dueAt: dueAt && new Date(dueAt.getTime() + days * DAY) }
}

/** Whether the days to answer are over; a clock that stands still cannot run out. */
export function hasRunOut({ dueAt, pausedAt }: AnswerClock): boolean {
  return dueAt !== null && pausedAt === null && dueAt <= clock.now()
}

/** Whole days until it runs out, of a paused clock as it stood then; negative once it has. */
export function daysLeft({ dueAt, pausedAt }: AnswerClock): number | null {
  if (!dueAt) return null
  return Math.ceil((dueAt.getTime() - (pausedAt ?? clock.now()).getTime()) / DAY)
}
