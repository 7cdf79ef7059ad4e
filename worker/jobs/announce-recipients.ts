import { z } from 'zod'
import { announceRecipients } from '#lib/recipients/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** When the worker starts, because that is when a manifest may have changed, and once a day besides. */
export const announceRecipientsJob = defineJob({
  queue: 'recipients.announce',
  permission: 'recipients:announce',
  input: z.object({}),
  schedule: '10 2 * * *',
  atStart: true,
  run: (grant) => announceRecipients(grant),
})
