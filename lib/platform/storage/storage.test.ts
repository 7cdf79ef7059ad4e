import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../crypto/index.ts'
import { environment } from '../environment.ts'
import { openFile, putFile, removeFile } from './index.ts'

async function* chunks(content: Buffer, size = 1000) {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size)
}

async function read(key: string, range?: { start: number; end: number }) {
  const stream = await openFile(key, range)
  return stream ? buffer(stream) : null
}

describe('storage', () => {
  it('gives back what was put, measures it, and hides it on disk', async () => {
    const key = `tests/${randomUUID()}.bin`
    const content = Buffer.concat([Buffer.from('a recognisable beginning'), randomBytes(100_000)])
    const stored = await putFile(key, chunks(content))
    expect(stored).toEqual({ bytes: content.length, sha256: sha256(content) })
    expect(await read(key)).toEqual(content)
    expect(readFileSync(join(environment().STORAGE_DIR, key)).includes('recognisable')).toBe(false)
  })

  it('reads any range', async () => {
    const key = `tests/${randomUUID()}.bin`
    const content = randomBytes(5_000)
    await putFile(key, chunks(content, 333))
    const ranges: [number, number][] = [
      [0, 0],
      [0, 15],
      [1, 16],
      [15, 17],
      [16, 31],
      [4_999, 4_999],
      [777, 4_321],
      [0, 4_999],
    ]
    for (const [start, end] of ranges) expect(await read(key, { start, end })).toEqual(content.subarray(start, end + 1))
  })

  it('leaves nothing of a source that breaks, and what was there before stays', async () => {
    const folder = randomUUID()
    const key = `${folder}/file.bin`
    await putFile(key, chunks(Buffer.from('first')))
    async function* broken() {
      yield Buffer.from('second, but')
      throw new Error('the source broke')
    }
    await expect(putFile(key, broken())).rejects.toThrow('the source broke')
    expect(await read(key)).toEqual(Buffer.from('first'))
    expect(readdirSync(join(environment().STORAGE_DIR, folder))).toEqual(['file.bin'])
  })

  it('removes a file once and again, and finds none after', async () => {
    const key = `tests/${randomUUID()}.bin`
    await putFile(key, chunks(Buffer.from('x')))
    await removeFile(key)
    await removeFile(key)
    expect(await read(key)).toBeNull()
  })

  it('takes no key that could lead elsewhere', async () => {
    for (const key of ['../x', 'a/../../x', '/etc/passwd', 'a', 'a/B', 'a/x\0', 'a/b.c/d'])
      await expect(openFile(key)).rejects.toThrow('storage key')
  })
})
