import type { z } from 'zod'
import { type Grant, type Permission, systemGrant } from '#lib/access/index.ts'
import type { QueueName } from '#lib/platform/queue/index.ts'

export interface JobDefinition<P extends Permission, S extends z.ZodType> {
  readonly queue: QueueName
  readonly permission: P
  /** Ids only; brand and subject, where it has them, name what the grant reaches. */
  readonly input: S
  /** Cron expression in UTC, for work that comes round by itself. */
  readonly schedule?: string
  /** Also once whenever the worker starts. */
  readonly atStart?: true
  /** Idempotent: the queue may run it again. */
  run(grant: Grant<P>, input: z.output<S>): Promise<void>
}

/** A job as the worker runs it. */
export interface Job {
  readonly queue: QueueName
  readonly schedule?: string
  readonly atStart?: true
  run(data: unknown): Promise<void>
}

/** The door of a job: parse, system grant, verb. */
export function defineJob<P extends Permission, S extends z.ZodType<{ brand?: string; subject?: string }>>(
  definition: JobDefinition<P, S>,
): Job {
  return {
    queue: definition.queue,
    ...(definition.schedule ? { schedule: definition.schedule } : {}),
    ...(definition.atStart ? { atStart: true } : {}),
    async run(data) {
      const input = definition.input.parse(data ?? {})
      const target = { brand: input.brand ?? '', subject: input.subject ?? null }
      await definition.run(systemGrant(`job:${definition.queue}`, definition.permission, target), input)
    },
  }
}
