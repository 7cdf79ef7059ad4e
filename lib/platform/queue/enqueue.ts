import { fromPrisma, PgBoss } from 'pg-boss'
import { database, type Tx } from '../database/index.ts'
import type { QueueName } from './queues.ts'

// Never started: it only writes the insert statement, which then runs on the caller's connection.
let writer: PgBoss | undefined

/** When a job runs at the earliest, and the key under which at most one waits. */
export interface EnqueueOptions {
  startAfter?: Date
  singletonKey?: string
}

/**
 * Adds a job in the caller's transaction: it exists exactly if the transaction commits.
 * @param data ids only; payloads are kept in clear
 */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Record<string, string>,
  options: EnqueueOptions = {},
): Promise<void> {
  writer ??= new PgBoss({ db: fromPrisma(database('system')), supervise: false, schedule: false, migrate: false })
  await writer.send(queue, data, { ...options, db: fromPrisma(tx) })
}
