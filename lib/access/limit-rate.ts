import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** How often something may be tried in a window. */
export interface RateLimit {
  readonly times: number
  readonly minutes: number
}

/** No limit counts over more than this, so that what is older can go. */
const LONGEST_WINDOW_MINUTES = 24 * 60

/**
 * Counts one attempt under a key, over all processes, and refuses beyond the limit. Committed at once: an attempt
 * counts even when what follows fails.
 * @throws Refusal `web.rate_limited` with the minutes to wait
 */
export async function limitRate(key: string, limit: RateLimit): Promise<void> {
  if (limit.minutes > LONGEST_WINDOW_MINUTES) throw new Error(`a limit over ${limit.minutes} minutes would be purged`)
  const now = clock.now()
  const began = clock.inMinutes(-limit.minutes)
  const [bucket] = await database('system').$queryRaw<{ count: number; window_start: Date }[]>`
    INSERT INTO rate_bucket AS b (key, window_start, count) VALUES (${key}, ${now}, 1)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN b.window_start < ${began} THEN 1 ELSE b.count + 1 END,
      window_start = CASE WHEN b.window_start < ${began} THEN ${now} ELSE b.window_start END
    RETURNING count, window_start`
  if (!bucket || bucket.count <= limit.times) return
  const left = limit.minutes - (now.getTime() - bucket.window_start.getTime()) / 60_000
  throw new Refusal('web.rate_limited', { minutes: Math.max(1, Math.ceil(left)) })
}

/** Takes an attempt back that turned out to be none: only those that failed count. */
export async function forgiveRate(key: string): Promise<void> {
  await database('system').rateBucket.updateMany({
    where: { key, count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}

/** Removes what counts no more: a stranger makes a row for each name they try, and it holds the address they came from. */
export async function purgeRates(): Promise<void> {
  await database('system').rateBucket.deleteMany({
    where: { windowStart: { lt: clock.inMinutes(-LONGEST_WINDOW_MINUTES) } },
  })
}
