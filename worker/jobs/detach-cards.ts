import { z } from 'zod'
import { detachCards } from '#lib/autopay/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

/** Makes the providers give up cards that were removed here, until they have. */
export const detachCardsJob = defineJob({
  queue: 'cards.detach',
  permission: 'cards:detach',
  input: z.object({}),
  schedule: '* * * * *',
  run: async (grant) => void (await detachCards(grant)),
})
