import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { type Answer, type Exchange, jsonAnswer } from '../wire/exchange.ts'
import { newIdentifier } from '../wire/identifier.ts'
import type { Route } from '../wire/router.ts'
import type { Store, Table } from '../wire/store.ts'

/** A browser that this stand-in plays: it holds the browser's private key and so can read what it is sent. */
interface Subscription {
  id: string
  privateKey: string
  publicKey: string
  auth: string
  gone: boolean
}

export interface PushMessage {
  id: string
  at: string
  subscription: string
  topic: string
  text: string
}

type Handler = (exchange: Exchange, id: string) => Answer

const MOST_TTL_SECONDS = 86_400 * 28

function refuse(status: number, reason: string): Answer {
  return jsonAnswer(status, { error: reason })
}

/** Why a signature of RFC 8292 is not believed; null where it is. */
function distrust(exchange: Exchange, now: number): string | null {
  const [, token = '', key = ''] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(exchange.headers.authorization ?? '') ?? []
  const [head = '', claims = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  if (point.length !== 65) return 'The key is no point of P-256.'
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  }
  const signed = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), signed, Buffer.from(signature, 'base64url')))
    return 'The signature is wrong.'
  const { aud, exp, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'))
  if (aud !== `http://${exchange.headers.host}`) return 'The signature is for another service.'
  if (typeof exp !== 'number' || exp * 1000 < now || exp * 1000 > now + 86_400_000)
    return 'The signature has no day to live.'
  return typeof sub === 'string' ? null : 'The signature names nobody.'
}

/** Opens a message as a browser does (RFC 8291 over RFC 8188, one record). */
function open(body: Buffer, subscription: Subscription): string {
  const salt = body.subarray(0, 16)
  const keyLength = body.readUInt8(20)
  const sender = body.subarray(21, 21 + keyLength)
  const sealed = body.subarray(21 + keyLength)
  const own = createECDH('prime256v1')
  own.setPrivateKey(Buffer.from(subscription.privateKey, 'base64url'))
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), sender])
  const input = Buffer.from(
    hkdfSync('sha256', own.computeSecret(sender), Buffer.from(subscription.auth, 'base64url'), info, 32),
  )
  const key = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', input, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(sealed.subarray(-16))
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  return plain.subarray(0, plain.lastIndexOf(2)).toString('utf8')
}

/**
 * A push service and the browsers behind it. `POST /push/subscriptions` makes a browser; its endpoint takes messages
 * that are signed and sealed, and `DELETE` on it ends the subscription.
 */
export function pushRoutes(
  store: Store,
  origin: () => string,
): { routes: Route<Handler>[]; messages: Table<PushMessage> } {
  const subscriptions = store.table<Subscription>('push_subscriptions')
  const messages = store.table<PushMessage>('push_messages')

  function subscribe(): Answer {
    const pair = createECDH('prime256v1')
    pair.generateKeys()
    const id = newIdentifier('push_', 20)
    const [publicKey, auth] = [pair.getPublicKey('base64url'), randomBytes(16).toString('base64url')]
    subscriptions.put(id, { id, privateKey: pair.getPrivateKey('base64url'), publicKey, auth, gone: false })
    return jsonAnswer(201, { endpoint: `${origin()}/push/send/${id}`, keys: { p256dh: publicKey, auth } })
  }

  function receive(exchange: Exchange, id: string): Answer {
    const subscription = subscriptions.get(id)
    if (!subscription || subscription.gone) return refuse(410, 'This subscription has ended.')
    const ttl = Number(exchange.headers.ttl)
    if (!Number.isInteger(ttl) || ttl < 0 || ttl > MOST_TTL_SECONDS) return refuse(400, 'Send TTL.')
    if (exchange.headers['content-encoding'] !== 'aes128gcm') return refuse(400, 'Seal it with aes128gcm.')
    const reason = distrust(exchange, Date.now())
    if (reason) return refuse(403, reason)
    const message = {
      id: newIdentifier('msg_', 16),
      at: new Date().toISOString(),
      subscription: id,
      topic: String(exchange.headers.topic ?? ''),
      text: open(exchange.raw, subscription),
    }
    messages.put(message.id, message)
    return jsonAnswer(201, {}, { location: `${origin()}/push/messages/${message.id}` })
  }

  function end(_exchange: Exchange, id: string): Answer {
    const subscription = subscriptions.get(id)
    if (subscription) subscriptions.put(id, { ...subscription, gone: true })
    return jsonAnswer(200, {})
  }

  const routes: Route<Handler>[] = [
    { method: 'POST', pattern: '/push/subscriptions', run: subscribe },
    { method: 'POST', pattern: '/push/send/:id', run: receive },
    { method: 'DELETE', pattern: '/push/send/:id', run: end },
    {
      method: 'GET',
      pattern: '/api/push',
      run: ({ query }) => {
        const asked = query.get('endpoint')
        const found = messages.all().filter(({ subscription }) => !asked || asked.endsWith(`/${subscription}`))
        return jsonAnswer(200, { messages: found.reverse() })
      },
    },
  ]
  return { routes, messages }
}
