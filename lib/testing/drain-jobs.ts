import pg from 'pg'
import type { Job } from '#lib/web/define-job.ts'

/**
 * Runs the waiting jobs of one queue as the worker would, until none is left; a job that fails is not tried again. Jobs
 * that are for later run too, unless it is said until when they count as due.
 */
export async function drainJobs(job: Job, dueAt: Date | null = null): Promise<{ run: number; failed: number }> {
  const client = new pg.Client({ connectionString: process.env.TEST_OWNER_URL })
  await client.connect()
  const count = { run: 0, failed: 0 }
  try {
    for (let round = 0; round < 20; round += 1) {
      const { rows } = await client.query<{ data: unknown }>(
        `DELETE FROM pgboss.job WHERE name = $1 AND state = 'created' AND ($2::timestamptz IS NULL OR start_after <= $2) RETURNING data`,
        [job.queue, dueAt],
      )
      if (rows.length === 0) break
      const ends = await Promise.allSettled(rows.map(({ data }) => job.run(data)))
      count.run += ends.length
      count.failed += ends.filter(({ status }) => status === 'rejected').length
    }
  } finally {
    await client.end()
  }
  return count
}
