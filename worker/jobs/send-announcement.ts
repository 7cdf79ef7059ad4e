import { z } from 'zod'
import { sendAnnouncement } from '#lib/announcements/index.ts'
import { defineJob } from '#lib/web/define-job.ts'

export const sendAnnouncementJob = defineJob({
  queue: 'announcements.send',
  permission: 'announcements:send',
  input: z.object({ brand: z.string(), announcementId: z.uuid() }),
  run: (grant, { announcementId }) => sendAnnouncement(grant, announcementId),
})
