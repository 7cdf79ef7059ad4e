import { z } from 'zod'

/** What a browser says of itself when it agrees to be sent push messages. */
export const PushSubscription = z.object({
  endpoint: z.url().max(1000),
  keys: z.object({
    p256dh: z.string().regex(/^[A-Za-z0-9_-]{87}=?$/),
    auth: z.string().regex(/^[A-Za-z0-9_-]{22}={0,2}$/),
  }),
})

/** As a form sends it: the subscription as JSON. */
export const SubscribePush = z.object({
  subscription: z
    .string()
    .max(2000)
    .transform((text, context) => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: 'notices.no_subscription' })
        return z.NEVER
      }
    })
    .pipe(PushSubscription),
})
export type SubscribePush = z.output<typeof SubscribePush>

export const UnsubscribePush = z.object({ subscriptionId: z.uuid() })
export type UnsubscribePush = z.output<typeof UnsubscribePush>
