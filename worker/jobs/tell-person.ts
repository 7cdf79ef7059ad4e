import { z } from 'zod'
import { tellPerson } from '#lib/requests/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const tellPersonJob = defineJob({
  queue: 'requests.tell',
  permission: 'requests:tell',
  input: z.object({ brand: z.string(), entry: z.uuid() }),
  run: (grant, input) => tellPerson(grant, input),
})
