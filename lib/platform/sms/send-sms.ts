import { environment } from '../environment.ts'

export interface TextMessage {
  /** Sent as Idempotency-Key: the provider sends the same message once. */
  readonly id: string
  /** E.164 */
  readonly to: string
  readonly text: string
}

/**
 * Hands a text message to the provider at SMS_API_URL.
 * @throws when the provider does not take it; nothing of the message is in the fault
 */
export async function sendSms({ id, to, text }: TextMessage): Promise<void> {
  const { SMS_API_URL, SMS_API_TOKEN } = environment()
  const response = await fetch(SMS_API_URL, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${SMS_API_TOKEN}`,
      'content-type': 'application/json',
      'idempotency-key': id,
    },
    body: JSON.stringify({ to, text }),
    redirect: 'error',
    signal: AbortSignal.timeout(15_000),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`the text message provider answered ${response.status}`)
}
