/** Jobs that are enqueued in the caller's transaction and run by the worker. */
export { type EnqueueOptions, enqueue } from './enqueue.ts'
export type { QueueName } from './queues.ts'
