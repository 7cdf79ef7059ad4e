import type { Random } from './random.ts'
import { randomOf } from './random.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** One person's past: everything is told backwards from a day, and by chance that is the same each time. */
export interface Story {
  /** Midnight (UTC) at the beginning of the day on which the demo was filled; nothing seeded happened later. */
  readonly today: Date
  /** So many days before today, at an hour (UTC) of that day. */
  ago(days: number, hour?: number): Date
  /** Chance of its own for each part of the story, so that one part does not change another. */
  random(part: string): Random
}

export function storyOf(today: Date, who: string): Story {
  return {
    today,
    ago: (days, hour = 0) => new Date(today.getTime() - days * DAY_MS + Math.round(hour * HOUR_MS)),
    random: (part) => randomOf(`${who} ${part}`),
  }
}

export function midnight(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY_MS) * DAY_MS)
}
