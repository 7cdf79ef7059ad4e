'use server'

import { acknowledgeAnnouncement } from '#lib/announcements/index.ts'
import { AcknowledgeAnnouncement } from '#lib/announcements/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const acknowledgeAction = defineAction({
  permission: 'announcements:acknowledge',
  input: AcknowledgeAnnouncement,
  async run(grant, input) {
    await acknowledgeAnnouncement(grant, input)
    return { message: 'announcements.mine.noted' }
  },
})
