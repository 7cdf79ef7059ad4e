import type { Job } from '#lib/web/define-job.ts'
import { sendMailJob } from './jobs/send-mail.ts'
import { sendSmsJob } from './jobs/send-sms.ts'

/** Every job that the worker runs. */
export const JOBS: readonly Job[] = [sendMailJob, sendSmsJob]
