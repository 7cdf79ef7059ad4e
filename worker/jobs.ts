import type { Job } from '#lib/web/define-job.ts'

/** Every job that the worker runs. */
export const JOBS: readonly Job[] = []
