import { clock } from '../clock.ts'
import { signWebhook } from './sign-webhook.ts'

export interface Webhook {
  readonly url: string
  readonly secrets: readonly string[]
  /** The same for each attempt, by which the receiver knows what it has. */
  readonly id: string
  readonly body: string
}

/** `accepted` took it (202) and has not done it yet; `gone` (410) wants no more of them. */
export type WebhookAnswer =
  | {
      readonly kind: 'confirmed' | 'accepted' | 'refused' | 'gone'
      readonly answer: string
      readonly waitSeconds?: number
    }
  | { readonly kind: 'silent'; readonly answer: 'timeout' | 'unreachable' }

const PATIENCE = 15_000
const LONGEST_WAIT = 86_400

/** Sends a message once and says what came of it. Redirects are not followed: the address is the one that was agreed. */
export async function sendWebhook({ url, secrets, id, body }: Webhook): Promise<WebhookAnswer> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signWebhook(secrets, { id, at: clock.now(), body }) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
    })
    await response.body?.cancel()
    const wait = Number(response.headers.get('retry-after'))
    return {
      kind: kindOf(response.status),
      answer: String(response.status),
      ...(Number.isInteger(wait) && wait > 0 ? { waitSeconds: Math.min(wait, LONGEST_WAIT) } : {}),
    }
  } catch (fault) {
    return {
      kind: 'silent',
      answer: fault instanceof Error && fault.name === 'TimeoutError' ? 'timeout' : 'unreachable',
    }
  }
}

function kindOf(status: number) {
  if (status === 202) return 'accepted'
  if (status >= 200 && status < 300) return 'confirmed'
  return status === 410 ? 'gone' : 'refused'
}
