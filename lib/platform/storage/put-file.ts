import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { startEncryption } from './file-cipher.ts'
import { storagePath } from './storage-path.ts'

/** What was stored, measured before encryption. */
export interface StoredFile {
  readonly bytes: number
  readonly sha256: Buffer<ArrayBuffer>
}

/**
 * Stores a stream under a key, in constant memory. It appears whole, replacing what was there before, or not at all:
 * a full disk or a broken source leaves nothing behind.
 */
export async function putFile(key: string, source: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const path = storagePath(key)
  const unfinished = `${path}.${randomUUID()}.part`
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const { header, cipher } = startEncryption()
  const { meter, result } = measure()
  try {
    const sink = createWriteStream(unfinished, { mode: 0o600, flush: true })
    sink.write(header)
    await pipeline(source, meter, cipher, sink)
    await rename(unfinished, path)
  } catch (fault) {
    await rm(unfinished, { force: true })
    throw fault
  }
  return result()
}

function measure() {
  const hash = createHash('sha256')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  return { meter, result: (): StoredFile => ({ bytes, sha256: Buffer.from(hash.digest()) }) }
}
