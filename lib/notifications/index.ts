/**
 * Mails, text messages and push messages to people. They are queued in the transaction of what they tell about and sent by a job; what
 * they say and to whom lies sealed until then and is removed afterwards.
 */

export { listPush, type PushBrowser } from './list-push.ts'
export type { MessageContent } from './message-content.ts'
export { messagesHeld } from './personal-data.ts'
export { purgeMessages } from './purge-messages.ts'
export { type Concerns, queueMail, queuePush, queueSms } from './queue-message.ts'
export { sendMessage } from './send-message.ts'
export { subscribePush } from './subscribe-push.ts'
export { unsubscribePush } from './unsubscribe-push.ts'
