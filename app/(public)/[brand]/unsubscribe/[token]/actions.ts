'use server'

import { leaveList } from '#lib/news/index.ts'
import { LeaveList } from '#lib/news/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const leaveListAction = defineAction({
  permission: 'news:leave',
  input: LeaveList,
  limit: { times: 100, minutes: 60 },
  async run(grant, input) {
    await leaveList(grant, input)
    return { message: 'news.done' }
  },
})
