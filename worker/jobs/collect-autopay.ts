import { z } from 'zod'
import { collectDue } from '#lib/autopay/index.ts'
import { log } from '#lib/platform/log.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Begins the charges whose time has come; each attempt at a bill exists once, however often this runs. */
export const collectAutopayJob = defineJob({
  queue: 'autopay.collect',
  permission: 'autopay:run',
  input: z.object({}),
  schedule: '*/5 * * * *',
  async run(grant) {
    const begun = await collectDue(grant)
    if (begun > 0) log.info({ begun }, 'charges of kept cards begun')
  },
})
