import { createPublicKey, verify } from 'node:crypto'
import { Refusal } from '#lib/platform/refusal.ts'

const SIGNATURE_BYTES = 64
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/

/** A signed message, once its signature held. */
export interface OpenedMessage {
  readonly content: unknown
  /** By it a message is known again; another one over the same words is the same message. */
  readonly signed: Buffer<ArrayBuffer>
}

/**
 * Opens a message in the combined mode of libsodium: an Ed25519 signature before the JSON, both in base64 (DRP 3.07).
 * Nothing of it is read before the signature held.
 * @throws Refusal `agents.encoding`, `agents.signature`, `agents.malformed`
 */
export function openMessage(body: string, verifyKey: Uint8Array): OpenedMessage {
  const text = body.trim()
  const bytes = Buffer.from(text, 'base64')
  if (!BASE64.test(text) || bytes.length <= SIGNATURE_BYTES) throw new Refusal('agents.encoding')
  const signature = bytes.subarray(0, SIGNATURE_BYTES)
  const signed = Buffer.from(bytes.subarray(SIGNATURE_BYTES))
  if (!verify(null, signed, keyOf(verifyKey), signature)) throw new Refusal('agents.signature')
  try {
    return { content: JSON.parse(signed.toString('utf8')), signed }
  } catch {
    throw new Refusal('agents.malformed')
  }
}

function keyOf(bytes: Uint8Array) {
  const x = Buffer.from(bytes).toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
