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

async function queue(
  tx: Tx,
  channel: 'mail' | 'sms',
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
