import { clock } from '#lib/platform/clock.ts'
import { database } from '#lib/platform/database/index.ts'
import { Refusal } from '#lib/platform/refusal.ts'

/** How often something may be tried in a window. */
export interface RateLimit {
  readonly times: number
  readonly minutes: number
}

/**
 * Counts one attempt under a key, over all processes, and refuses beyond the limit. Committed at once: an attempt
 * counts even when what follows fails.
 * @throws Refusal `web.rate_limited` with the minutes to wait
 */
export async function limitRate(key: string, limit: RateLimit): Promise<void> {
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
