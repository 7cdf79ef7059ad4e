'use server'

import { headers } from 'next/headers'
import { chooseReminders } from '#lib/arrears/index.ts'
import { ChooseReminders } from '#lib/arrears/schema.ts'
import { subscribePush, unsubscribePush } from '#lib/notifications/index.ts'
import { SubscribePush, UnsubscribePush } from '#lib/notifications/schema.ts'
import { defineAction } from '#lib/web/define-action.ts'

export const chooseRemindersAction = defineAction({
  permission: 'notices:choose',
  input: ChooseReminders,
  limit: { times: 60, minutes: 60 },
  async run(grant, input) {
    await chooseReminders(grant, input)
    return { message: 'notices.reminders.done' }
  },
})

export const subscribePushAction = defineAction({
  permission: 'notices:choose',
  input: SubscribePush,
  limit: { times: 30, minutes: 60 },
  async run(grant, input) {
    await subscribePush(grant, { ...input, client: (await headers()).get('user-agent') ?? '' })
    return { message: 'notices.push.here' }
  },
})

export const unsubscribePushAction = defineAction({
  permission: 'notices:choose',
  input: UnsubscribePush,
  async run(grant, input) {
    await unsubscribePush(grant, input)
    return { redirectTo: `/${grant.brand}/me/notices` }
  },
})
