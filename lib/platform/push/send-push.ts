import webPush from 'web-push'
import { environment } from '../environment.ts'
import { isPushEndpoint } from './push-endpoint.ts'

/** A browser that agreed to be sent messages, as its own subscription names it. */
export interface PushTarget {
  readonly endpoint: string
  readonly keys: { readonly p256dh: string; readonly auth: string }
}

/** For how long a push service keeps a message for a browser that is not there. */
const KEPT_SECONDS = 86_400

/**
 * Hands a message to the push service of a browser. Of messages with the same topic the browser shows the last.
 * @returns `gone` where the subscription is no more and is to be forgotten
 * @throws when the service does not take it; nothing of the message is in the fault
 */
export async function sendPush(target: PushTarget, message: { topic: string; text: string }): Promise<'sent' | 'gone'> {
  if (!isPushEndpoint(target.endpoint)) return 'gone'
  const { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY, VAPID_SUBJECT } = environment()
  const { endpoint, method, headers, body } = webPush.generateRequestDetails(target, message.text, {
    TTL: KEPT_SECONDS,
    topic: message.topic,
    urgency: 'normal',
    contentEncoding: 'aes128gcm',
    vapidDetails: { subject: VAPID_SUBJECT, publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY },
  })
  const response = await fetch(endpoint, {
    method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
    body: new Uint8Array(body),
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  })
  await response.body?.cancel()
  if (response.status === 404 || response.status === 410) return 'gone'
  if (!response.ok) throw new Error(`the push service answered ${response.status}`)
  return 'sent'
}
