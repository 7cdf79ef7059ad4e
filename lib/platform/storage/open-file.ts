import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import { HEADER, startDecryption } from './file-cipher.ts'
import { storagePath } from './storage-path.ts'

/** Bytes of the content, both ends included. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * The content of a stored file, or of a range of it, as a stream; null where there is none. A file that is replaced or
 * removed while it is read is read to its end.
 */
export async function openFile(key: string, range?: Range): Promise<Readable | null> {
  const file = await openIfThere(storagePath(key))
  if (!file) return null
  const header = Buffer.alloc(HEADER)
  try {
    await file.read(header, 0, HEADER, 0)
    const { decipher, readFrom, skip } = startDecryption(header, range?.start ?? 0)
    const end = range ? { end: HEADER + range.end } : {}
    const encrypted = createReadStream('', { fd: file, start: readFrom, ...end })
    const content = skip > 0 ? decipher.pipe(without(skip)) : decipher
    encrypted.on('error', (fault) => content.destroy(fault))
    content.on('close', () => encrypted.destroy())
    encrypted.pipe(decipher)
    return content
  } catch (fault) {
    await file.close()
    throw fault
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path)
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return null
    throw fault
  }
}

/** Drops the first bytes: a range may begin within a block of the cipher. */
function without(skip: number): Transform {
  let left = skip
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const kept = chunk.subarray(left)
      left = Math.max(0, left - chunk.length)
      done(null, kept)
    },
  })
}
