import type { z } from 'zod'
import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { quietMinutes } from '#lib/platform/calendar/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { sendMail } from '#lib/platform/mail/index.ts'
import { sendPush } from '#lib/platform/push/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { sendSms } from '#lib/platform/sms/index.ts'
import { MessageContent, messageContext } from './message-content.ts'
import { renderMail, renderPush, renderSms } from './render-message.ts'
import { PushSubscription } from './schema.ts'
import { subscriptionContext } from './subscribe-push.ts'

/**
 * Sends a queued message and forgets what it said and to whom. A message that was sent, or erased with its person, is
 * left alone. Between handing it over and noting that, a crash can send it again: the provider tells by its id.
 */
export async function sendMessage(
  grant: Grant<'messages:send'>,
  { messageId }: { readonly messageId: string },
): Promise<void> {
  const message = await inScope(grant, (tx) =>
    tx.outgoingMessage.findFirst({ where: { id: messageId, brand: grant.brand, sentAt: null } }),
  )
  if (!message?.sealed) return
  const content = MessageContent.parse(JSON.parse(unseal(message.sealed, messageContext(messageId))))
  const wait = content.quiet ? quietMinutes(clock.now(), content.quiet) : 0
  if (wait > 0) {
    const later = { startAfter: clock.inMinutes(wait) }
    await inScope(grant, (tx) => enqueue(tx, queueOf(message.channel), { brand: grant.brand, messageId }, later))
    return
  }
  await handOver(grant, message, content)
  await inScope(grant, (tx) =>
    tx.outgoingMessage.updateMany({ where: { id: messageId }, data: { sealed: null, sentAt: clock.now() } }),
  )
}

const queueOf = (channel: string) => (channel === 'sms' ? 'sms.send' : channel === 'push' ? 'push.send' : 'mail.send')

async function handOver(
  grant: Grant<'messages:send'>,
  { id, channel }: { id: string; channel: string },
  content: z.output<typeof MessageContent>,
): Promise<void> {
  if (channel === 'push') return handOverPush(grant, content)
  if (channel === 'sms') return sendSms({ id, to: content.to, text: renderSms(grant.brand, content) })
  const { name, controller } = getManifest(grant.brand)
  const rendered = renderMail(grant.brand, content)
  await sendMail({ id, fromName: name, replyTo: controller.email, to: content.to, ...rendered })
}

/** A subscription that its push service does not know any more is forgotten. */
async function handOverPush(grant: Grant<'messages:send'>, content: z.output<typeof MessageContent>): Promise<void> {
  const where = { id: content.to, brand: grant.brand }
  const subscription = await inScope(grant, (tx) => tx.pushSubscription.findFirst({ where }))
  if (!subscription) return
  const target = PushSubscription.parse(JSON.parse(unseal(subscription.sealed, subscriptionContext(subscription.id))))
  const message = { topic: content.kind.replace('.', '-').slice(0, 32), text: renderPush(grant.brand, content) }
  if ((await sendPush(target, message)) === 'gone')
    await inScope(grant, (tx) => tx.pushSubscription.deleteMany({ where }))
}
