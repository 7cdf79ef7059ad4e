import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileBytes } from './file-bytes.ts'
import { inChunks } from './read-all.ts'
import { InputFault } from './row-problems.ts'

async function outcome(source: AsyncIterable<Uint8Array | string>, maxBytes?: number) {
  const parts: Buffer[] = []
  let code: string | null = null
  try {
    for await (const part of fileBytes(source, maxBytes)) parts.push(part)
  } catch (error) {
    if (!(error instanceof InputFault)) throw error
    code = error.code
  }
  return { text: Buffer.concat(parts).toString(), code }
}

describe('fileBytes', () => {
  it('gives the same text plain or packed, with or without byte-order mark, cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        fc.boolean(),
        async (body, size, packed, marked) => {
          const text = `start${body}`
          const bytes = Buffer.from(marked ? `\uFEFF${text}` : text)
          const result = await outcome(inChunks(packed ? gzipSync(bytes) : bytes, size))
          expect(result).toEqual({ text, code: null })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('writes UTF-16 anew as UTF-8, cut anywhere, whichever end comes first', async () => {
    const text = 'start,value\nein Gebäude 房子 🏠,1\n'
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const size of [1, 3, 7, 1000])
      for (const bytes of [little, Buffer.from(little).swap16(), gzipSync(little)])
        expect(await outcome(inChunks(bytes, size))).toEqual({ text, code: null })
  })

  it('reads a gzip file of several members', async () => {
    const bytes = Buffer.concat([gzipSync('start,value\n'), gzipSync('a,1\n')])
    expect((await outcome(inChunks(bytes))).text).toBe('start,value\na,1\n')
  })

  it('gives out everything before the cut of a gzip file, then says that it is cut', async () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `row ${index} ${Math.sin(index)}`).join('\n')
    const packed = gzipSync(text)
    const result = await outcome(inChunks(packed.subarray(0, packed.length - 100), 1000))
    expect(result.code).toBe('gzip_truncated')
    expect(text.startsWith(result.text)).toBe(true)
    expect(result.text.length).toBeGreaterThan(text.length * 0.9)
  })

  it('says that a damaged gzip file is damaged', async () => {
    const packed = gzipSync('start,value\n'.repeat(2000))
    packed.fill(0xaa, 30, 40)
    expect((await outcome(inChunks(packed))).code).toBe('gzip_corrupt')
  })

  it('stops a decompression bomb at the limit', async () => {
    const result = await outcome(inChunks(gzipSync(Buffer.alloc(30_000_000, 'a')), 4096), 1_000_000)
    expect(result.code).toBe('file_too_large')
    expect(result.text.length).toBeLessThanOrEqual(1_000_000)
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'file_empty'],
    ['a packed nothing', gzipSync(''), 'file_empty'],
    ['UTF-16 without mark', Buffer.from('start', 'utf16le'), 'file_not_text'],
    ['a workbook', Buffer.from('PK\x03\x04rest'), 'file_not_text'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'file_not_text'],
    ['gzip in gzip', gzipSync(gzipSync('start')), 'file_not_text'],
    ['only a mark of two bytes of gzip', Buffer.from([0x1f, 0x8b]), 'gzip_truncated'],
  ])('refuses %s', async (_, bytes, code) => expect((await outcome(inChunks(bytes))).code).toBe(code))

  it('passes on an error of the source itself', async () => {
    const broken = (async function* () {
      yield Buffer.from('start,value\n')
      throw new Error('disk gone')
    })()
    await expect(outcome(broken)).rejects.toThrow('disk gone')
  })
})
