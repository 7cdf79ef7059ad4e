import { z } from 'zod'
import { sendMessage } from '#lib/notifications/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const sendPushJob = defineJob({
  queue: 'push.send',
  permission: 'messages:send',
  input: z.object({ brand: z.string(), messageId: z.uuid() }),
  run: (grant, input) => sendMessage(grant, input),
})
