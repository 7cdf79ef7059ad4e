import { type Grant, inScope } from '#lib/access/index.ts'
import { getManifest } from '#lib/brands/index.ts'
import { clock } from '#lib/platform/clock.ts'
import { unseal } from '#lib/platform/crypto/index.ts'
import { sendMail } from '#lib/platform/mail/index.ts'
import { sendSms } from '#lib/platform/sms/index.ts'
import { MessageContent, messageContext } from './message-content.ts'
import { renderMail, renderSms } from './render-message.ts'

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
  if (message.channel === 'sms') await sendSms({ id: messageId, to: content.to, text: renderSms(grant.brand, content) })
  else {
    const { name, controller } = getManifest(grant.brand)
    const rendered = renderMail(grant.brand, content)
    await sendMail({ id: messageId, fromName: name, replyTo: controller.email, to: content.to, ...rendered })
  }
  await inScope(grant, (tx) =>
    tx.outgoingMessage.updateMany({ where: { id: messageId }, data: { sealed: null, sentAt: clock.now() } }),
  )
}
