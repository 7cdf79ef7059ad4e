import { z } from 'zod'
import { reportStatus } from '#lib/agents/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const reportStatusJob = defineJob({
  queue: 'agents.report',
  permission: 'agents:report',
  input: z.object({ brand: z.string(), request: z.uuid() }),
  run: (grant, input) => reportStatus(grant, input),
})
