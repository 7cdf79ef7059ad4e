import { v7 as uuid } from 'uuid'
import { clock } from '#lib/platform/clock.ts'
import { seal } from '#lib/platform/crypto/index.ts'
import type { Tx } from '#lib/platform/database/index.ts'
import { enqueue } from '#lib/platform/queue/index.ts'
import { type MessageContent, messageContext } from './message-content.ts'

/** Whom a message concerns: a grant will do. `subject` is null for people without an account. */
export interface Concerns {
  readonly brand: string
  readonly subject: string | null
}

/**
 * Queues a mail in the caller's transaction: it is sent exactly if that commits. Address and values are sealed, and
 * removed once it is sent. Answers with its id. `kind` names its texts in the catalogue: `mail.<kind>.subject` and `mail.<kind>.text`.
 */
export function queueMail(tx: Tx, concerns: Concerns, content: MessageContent): Promise<string> {
  return queue(tx, 'mail', concerns, content)
}

/** Queues a text message in the caller's transaction; its text is `mail.<kind>.sms`. */
export function queueSms(tx: Tx, concerns: Concerns, content: MessageContent): Promise<string> {
  return queue(tx, 'sms', concerns, content)
}

/**
 * Queues a push message to every browser in which the person asked for them; its texts are `mail.<kind>.push.title` and
 * `mail.<kind>.push.text`. Nothing where there is none.
 */
export async function queuePush(
  tx: Tx,
  concerns: { readonly brand: string; readonly subject: string },
  content: Omit<MessageContent, 'to'>,
): Promise<void> {
  const subscriptions = await tx.pushSubscription.findMany({
    where: { brand: concerns.brand, subjectId: concerns.subject },
    select: { id: true },
  })
  for (const { id } of subscriptions) await queue(tx, 'push', concerns, { ...content, to: id })
}

async function queue(
  tx: Tx,
  channel: 'mail' | 'sms' | 'push',
  { brand, subject }: Concerns,
  content: MessageContent,
): Promise<string> {
  const id = uuid()
  await tx.outgoingMessage.create({
    data: {
      id,
      brand,
      subjectId: subject,
      channel,
      kind: content.kind,
      sealed: seal(JSON.stringify(content), messageContext(id)),
      createdAt: clock.now(),
    },
    select: { id: true },
  })
  await enqueue(tx, `${channel}.send`, { brand, messageId: id })
  return id
}
