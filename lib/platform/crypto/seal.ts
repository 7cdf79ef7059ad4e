import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { environment } from '../environment.ts'

const NONCE = 12
const TAG = 16

/**
 * Encrypts a text at rest: AES-256-GCM under the first of ENCRYPTION_KEYS. The context (table and row, say) is
 * authenticated, so that a sealed value cannot be moved to another row.
 */
export function seal(text: string, context: string): Buffer<ArrayBuffer> {
  const [current] = keys()
  if (!current) throw new Error('no encryption key')
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', current.key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  const id = Buffer.from(current.id)
  return Buffer.concat([Buffer.from([id.length]), id, nonce, cipher.getAuthTag(), body])
}

/**
 * Decrypts what `seal` made, with whichever key it was made.
 * @throws when the key is gone, the context differs or the bytes were changed
 */
export function unseal(sealed: Uint8Array, context: string): string {
  const bytes = Buffer.from(sealed)
  const idEnd = 1 + (bytes[0] ?? 0)
  const id = bytes.subarray(1, idEnd).toString()
  const found = keys().find((entry) => entry.id === id)
  if (!found) throw new Error(`the encryption key "${id}" is not configured`)
  const nonce = bytes.subarray(idEnd, idEnd + NONCE)
  const tag = bytes.subarray(idEnd + NONCE, idEnd + NONCE + TAG)
  const decipher = createDecipheriv('aes-256-gcm', found.key, nonce).setAAD(Buffer.from(context)).setAuthTag(tag)
  return Buffer.concat([decipher.update(bytes.subarray(idEnd + NONCE + TAG)), decipher.final()]).toString('utf8')
}

let parsed: { id: string; key: Buffer }[] | undefined

function keys() {
  parsed ??= environment()
    .ENCRYPTION_KEYS.split(',')
    .map((pair) => {
      const [id = '', key = ''] = pair.split(':')
      return { id, key: Buffer.from(key, 'base64url') }
    })
  return parsed
}
