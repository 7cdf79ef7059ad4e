import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { environment } from '../environment.ts'

const IV = 16
const ID = 32
const BLOCK = 16n

/** The length of what stands before the encrypted bytes: the id of the key, padded, and the counter's start. */
export const HEADER = ID + IV

/**
 * AES-256 in counter mode, so that a range can be read without what comes before it. It hides and does not
 * authenticate: who needs to know that nothing was changed compares the SHA-256 that was noted when it was written.
 */
export function startEncryption() {
  const [current] = keys()
  if (!current) throw new Error('no encryption key')
  const iv = randomBytes(IV)
  const header = Buffer.concat([Buffer.from(current.id.padEnd(ID)), iv])
  return { header, cipher: createCipheriv('aes-256-ctr', current.key, iv) }
}

/** Decrypts from a byte of the content on; `skip` bytes of what comes out lie before it. */
export function startDecryption(header: Buffer, from: number) {
  const id = header.subarray(0, ID).toString().trimEnd()
  const found = keys().find((entry) => entry.id === id)
  if (!found) throw new Error(`the encryption key "${id}" is not configured`)
  const block = BigInt(from) / BLOCK
  const decipher = createDecipheriv('aes-256-ctr', found.key, advance(header.subarray(ID, HEADER), block))
  return { decipher, readFrom: HEADER + Number(block * BLOCK), skip: from - Number(block * BLOCK) }
}

function advance(iv: Buffer, blocks: bigint): Buffer {
  const counter = (BigInt(`0x${iv.toString('hex')}`) + blocks) & ((1n << 128n) - 1n)
  return Buffer.from(counter.toString(16).padStart(IV * 2, '0'), 'hex')
}

// A key of its own, so that files and sealed fields never share one.
function keys() {
  return environment()
    .ENCRYPTION_KEYS.split(',')
    .map((pair) => {
      const [id = '', key = ''] = pair.split(':')
      return { id, key: Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64url'), '', 'openbook storage', 32)) }
    })
}
