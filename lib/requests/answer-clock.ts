import { addDays, localDay, momentOf } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'

const DAY = 86_400_000

/** How the clock of a request stands. */
export interface AnswerClock {
  readonly identifiedAt: Date | null
  readonly dueAt: Date | null
  readonly pausedAt: Date | null
}

/** By what a brand counts: its days to answer, and where midnight is. */
export interface AnswerDays {
  readonly answerDays: number
  readonly zone: string
}

/**
 * The clock begins when it is known who asks (WBP-19). Days are those of the calendar in the brand's zone, whether or not
 * the clocks change in between; the last of them counts whole, for that is the day that both sides read.
 */
export function startClock({
  answerDays,
  zone,
}: AnswerDays): AnswerClock & { identifiedAt: Date; dueAt: Date; pausedAt: null } {
  const now = clock.now()
  return { identifiedAt: now, dueAt: endOf(addDays(localDay(now, zone), answerDays), zone), pausedAt: null }
}

/** It stands still while it has to be shown once more. Before it began there is nothing to stop. */
export function pauseClock(held: AnswerClock): AnswerClock {
  const { identifiedAt, dueAt, pausedAt } = held
  return { identifiedAt, dueAt, pausedAt: identifiedAt ? (pausedAt ?? clock.now()) : null }
}

/** It goes on with the days that were left, or begins where it never ran. */
export function resumeClock(held: AnswerClock, days: AnswerDays): AnswerClock {
  const { identifiedAt, dueAt, pausedAt } = held
  if (!identifiedAt || !dueAt) return startClock(days)
  const stood = pausedAt ? daysBetween(pausedAt, clock.now(), days.zone) : 0
  return { identifiedAt, dueAt: later(dueAt, stood, days.zone), pausedAt: null }
}

export function extendClock({ dueAt }: AnswerClock, { answerDays, zone }: AnswerDays): { dueAt: Date | null } {
  return { dueAt: dueAt && later(dueAt, answerDays, zone) }
}

/** Whether the days to answer are over; a clock that stands still cannot run out. */
export function hasRunOut({ dueAt, pausedAt }: AnswerClock): boolean {
  return dueAt !== null && pausedAt === null && dueAt <= clock.now()
}

/** Days until it runs out, 0 on the last of them, of a paused clock as it stood then; negative once it has. */
export function daysLeft({ dueAt, pausedAt }: AnswerClock, zone: string): number | null {
  return dueAt && daysBetween(pausedAt ?? clock.now(), dueAt, zone)
}

function later(dueAt: Date, days: number, zone: string): Date {
  return endOf(addDays(localDay(dueAt, zone), days), zone)
}

/** The last moment of a day: there the clock still shows its date. */
function endOf(day: string, zone: string): Date {
  return new Date(momentOf(addDays(day, 1), zone).getTime() - 1)
}

function daysBetween(from: Date, to: Date, zone: string): number {
  return (Date.parse(localDay(to, zone)) - Date.parse(localDay(from, zone))) / DAY
}
