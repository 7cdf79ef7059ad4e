import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { fileResponse } from './file-response.ts'

const file = { name: 'a.csv', mediaType: 'text/csv; charset=utf-8' }
async function* parts() {
  yield 'ä,'
  yield '水\n'
}

describe('a file for whoever asked for it', () => {
  it.each([
    ['text', 'ä,水\n', '7'],
    ['bytes', new TextEncoder().encode('ä,水\n'), '7'],
    ['a stream', Readable.from(parts(), { objectMode: false }), null],
    ['text that is being written', parts(), null],
  ] as const)('is the same from %s, with its length where that is known', async (_, content, length) => {
    const answer = fileResponse({ ...file, content })
    expect(Object.fromEntries(answer.headers)).toEqual({
      'content-type': file.mediaType,
      'content-disposition': 'attachment; filename="a.csv"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(length ? { 'content-length': length } : {}),
    })
    expect(await answer.text()).toBe('ä,水\n')
  })

  it('ends what it reads when the reader goes away', async () => {
    const content = Readable.from(parts(), { objectMode: false })
    const answer = fileResponse({ ...file, content, bytes: 7 })
    expect(answer.headers.get('content-length')).toBe('7')
    await answer.body?.cancel()
    expect(content.destroyed).toBe(true)
  })
})
