import { PgBoss } from 'pg-boss'
import { closeDatabase } from '#lib/platform/database/index.ts'
import { environment } from '#lib/platform/environment.ts'
import { log } from '#lib/platform/log.ts'
import { followPublications } from '#lib/policies/index.ts'
import { JOBS } from './jobs.ts'

const boss = new PgBoss({
  connectionString: environment().DATABASE_QUEUE_URL,
  createSchema: false,
  migrate: false,
  useListenNotify: true,
})
boss.on('error', (fault) => log.error({ fault }, 'the queue reported a fault'))
await boss.start()
await followPublications()

for (const job of JOBS) {
  if (job.schedule) await boss.schedule(job.queue, job.schedule)
  if (job.atStart) await boss.send(job.queue, {}, { singletonKey: 'start' })
  await boss.work(job.queue, { batchSize: 1, pollingIntervalSeconds: 1 }, async ([task]) => {
    if (!task) return
    try {
      await job.run(task.data)
    } catch (fault) {
      log.error({ queue: job.queue, job: task.id, fault }, 'a job failed and is tried again')
      throw fault
    }
  })
}
log.info({ queues: JOBS.map((job) => job.queue) }, 'worker ready')

async function end() {
  await boss.stop({ graceful: true, timeout: 5_000 })
  await closeDatabase()
  process.exit(0)
}
process.once('SIGTERM', () => void end())
process.once('SIGINT', () => void end())
process.once('disconnect', () => void end())
