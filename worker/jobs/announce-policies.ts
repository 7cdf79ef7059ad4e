import { z } from 'zod'
import { announcePolicies } from '#lib/policies/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day, in the morning in Europe and the afternoon in China: nobody's telephone rings at night. */
export const announcePoliciesJob = defineJob({
  queue: 'policies.announce',
  permission: 'policies:announce',
  input: z.object({}),
  schedule: '15 8 * * *',
  run: (grant) => announcePolicies(grant),
})
