import { z } from 'zod'
import { eraseAccount } from '#lib/retention/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const eraseAccountJob = defineJob({
  queue: 'retention.erase-account',
  permission: 'retention:erase-account',
  input: z.object({ brand: z.string(), subject: z.uuid() }),
  async run(grant) {
    await eraseAccount(grant)
  },
})
