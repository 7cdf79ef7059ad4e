import { z } from 'zod'
import { sendNews } from '#lib/news/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Once a day, late in the morning in Europe and in the afternoon in China. */
export const sendNewsJob = defineJob({
  queue: 'news.send',
  permission: 'news:send',
  input: z.object({}),
  schedule: '30 9 * * *',
  run: (grant) => sendNews(grant),
})
