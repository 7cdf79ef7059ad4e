import { timingSafeEqual } from 'node:crypto'
import type { SmsMessage } from '../mail/message.ts'
import { type Answer, type Exchange, jsonAnswer } from '../wire/exchange.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { Store } from '../wire/store.ts'

interface Options {
  token: string
  store: Store
  keep(message: SmsMessage): void
}

function refuse(status: number, code: string, message: string): Answer {
  return jsonAnswer(status, { error: { code, message } })
}

function bearerFits(exchange: Exchange, token: string): boolean {
  const [scheme = '', value = ''] = (exchange.headers.authorization ?? '').split(' ')
  const [given, wanted] = [Buffer.from(value), Buffer.from(token)]
  return scheme.toLowerCase() === 'bearer' && given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parse(exchange: Exchange): { to: string; text: string } | string {
  try {
    const body: unknown = JSON.parse(exchange.raw.toString('utf8'))
    if (typeof body !== 'object' || body === null || !('to' in body) || !('text' in body)) return 'Send to and text.'
    const { to, text } = body
    if (typeof to !== 'string' || !/^\+[1-9]\d{6,14}$/.test(to)) return 'to must be a number as in E.164: +15550100.'
    if (typeof text !== 'string' || text.length < 1 || text.length > 1600) return 'text must have 1 to 1600 characters.'
    return { to, text }
  } catch {
    return 'Send JSON.'
  }
}

/** `POST /sms/messages {to, text}`; the same `Idempotency-Key` gives the same message again. */
export function createSmsApi({ token, store, keep }: Options): (exchange: Exchange) => Answer {
  const sent = store.table<SmsMessage>('sms_keys')
  return (exchange) => {
    if (exchange.method !== 'POST') return refuse(405, 'method_not_allowed', 'Use POST.')
    if (!bearerFits(exchange, token)) return refuse(401, 'unauthorized', 'The token is missing or wrong.')
    const order = parse(exchange)
    if (typeof order === 'string') return refuse(400, 'invalid_message', order)
    const header = exchange.headers['idempotency-key']
    const key = typeof header === 'string' ? header : null
    const before = key ? sent.get(key) : undefined
    if (before && (before.to !== order.to || before.text !== order.text)) {
      return refuse(409, 'idempotency_conflict', 'This key was used for another message.')
    }
    const message = before ?? { id: newIdentifier('sms_', 16), at: new Date().toISOString(), ...order }
    if (!before) keep(message)
    if (key && !before) sent.put(key, message)
    return jsonAnswer(before ? 200 : 201, { id: message.id, to: message.to, status: 'queued' })
  }
}
