import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'
import { inChunks, readAll } from './read-all.ts'
import { type ByteSource, type ReadOptions, type ReadRow, reading } from './reading-file.ts'

/** A reader that takes every row as it is. */
function plain(source: ByteSource, options: ReadOptions): AsyncGenerator<ReadRow<Record<string, string>>> {
  return reading(options, async function* (context) {
    for await (const row of csvRows(source, { required: ['a', 'b'] }, options, context)) {
      yield 'ok' in row ? row : { ok: true, line: row.line, record: row.cells }
    }
  })
}

const read = (content: string | Uint8Array, size?: number) => readAll(plain, inChunks(content, size), {})

describe('csvRows', () => {
  it.each([
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['CR', 'a,b\r1,2\r3,4\r'],
    ['no last line end', 'a,b\n1,2\n3,4'],
    ['semicolons', 'a;b\n1;2\n3;4\n'],
    ['tabs', 'a\tb\n1\t2\n3\t4\n'],
    ['quotes', '"a","b"\n"1","2"\n"3",4\n'],
    ['capitals, spaces and another order', ' B , A \n 2, 1\n4 ,3\n'],
    ['the separator line of a spreadsheet', 'sep=,\na,b\n1,2\n3,4\n'],
    ['surplus empty fields', 'a,b\n1,2,,\n3,4,\n'],
  ])('reads %s', async (_, text) => {
    const { records, bad } = await read(text)
    expect(records).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
    expect(bad).toEqual([])
  })

  it('passes over blank lines and keeps the numbers of the lines', async () => {
    const { records, lines } = await read('\n\na,b\r\n\r\n1,2\r\n,\r\n   \r\n3,4\r\n\r\n')
    expect(records).toHaveLength(2)
    expect(lines).toEqual([5, 8])
  })

  it('reads line breaks and quotation marks in quoted fields, and counts physical lines', async () => {
    const { records, lines } = await read('a,b\n"one\nline","say ""hi"""\nx,y\n')
    expect(records).toEqual([
      { a: 'one\nline', b: 'say "hi"' },
      { a: 'x', b: 'y' },
    ])
    expect(lines).toEqual([2, 4])
  })

  it('loses one row only to a forgotten quotation mark', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `${index},"v"`)
    rows[20] = '"20,v'
    const { records, bad } = await read(`a,b\n${rows.join('\n')}\n`)
    expect(records).toHaveLength(49)
    expect(bad.map(({ line, code }) => ({ line, code }))).toEqual([{ line: 22, code: 'quoting_broken' }])
  })

  it('lists rows with too few or too many fields, and text that is no UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from('a,b\n1\n1,2,3\n'),
      Buffer.from([0xe9, 0x2c, 0x31, 0x0a]),
      Buffer.from('é,4\n'),
    ])
    const { records, bad } = await read(bytes)
    expect(records).toEqual([{ a: 'é', b: '4' }])
    expect(bad.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [2, 'field_count', '1'],
      [3, 'field_count', '1,2,3'],
      [4, 'not_utf8', ''],
    ])
    expect(bad[0]?.reason).toBe('The row has 1 fields, the header has 2')
  })

  it('takes a row whose own columns are ASCII, whatever another was written in', async () => {
    const latin = Buffer.from('a,Gebäude,b\n1,Straße,2\n3,"Ort, Süd",4\n5,Süd,ü\n6,Süd\n', 'latin1')
    const { records, bad, notices } = await read(latin)
    expect(records).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ])
    expect(bad.map(({ line, code, raw }) => [line, code, raw])).toEqual([
      [4, 'not_utf8', ''],
      [5, 'not_utf8', ''],
    ])
    expect(notices).toMatchObject([{ code: 'columns_dropped', params: { columns: 'Gebäude' } }])
  })

  it('lists a monstrous line in little memory and reads on', async () => {
    const { records, bad, lines } = await read(`a,b\n1,2\n${'x'.repeat(300_000)}\n3,4\n`, 50_000)
    expect(records).toHaveLength(2)
    expect(lines).toEqual([2, 4])
    expect(bad.map(({ line, code }) => [line, code])).toEqual([[3, 'line_too_long']])
  })

  it.each([
    ['x,y\n1,2\n', 'missing_columns', 'The file lacks these columns: a, b'],
    ['a,c\n1,2\n', 'missing_columns', 'The file lacks these columns: b'],
    ['a,b,A\n1,2,3\n', 'duplicate_columns', 'The header names these columns more than once: A'],
    ['\n \n', 'file_empty', 'The file is empty'],
  ])('refuses the header of %j once', async (text, code, reason) => {
    const { records, bad, summary } = await read(text)
    expect(records).toEqual([])
    expect(bad).toMatchObject([{ code, reason, fatal: true }])
    expect(summary).toMatchObject({ complete: false, badRows: 1 })
  })

  it('says so if there are no rows', async () => {
    expect((await read('a,b\n')).notices.map(({ code }) => code)).toEqual(['no_rows'])
  })

  it('says once which columns it drops, and shows them nowhere', async () => {
    const { notices, bad, records } = await read('lat,a,b\n48.1,1,2\n48.2,1,2,3\n48.3,"x\n48.4,1,2\n')
    expect(notices).toMatchObject([{ code: 'columns_dropped', params: { columns: 'lat' } }])
    expect(records).toHaveLength(2)
    expect(JSON.stringify([bad, records])).not.toContain('48.')
  })

  it('keeps control characters and long text out of the report', async () => {
    const { bad } = await read(`a,b\n\u001b[31m\u202ered,${'y'.repeat(500)},z\n`)
    expect(bad[0]?.raw).toHaveLength(200)
    expect(bad[0]?.raw).not.toMatch(/[\p{Cc}\p{Cf}]/u)
  })

  it('reads any table whatever the seams of its chunks', async () => {
    const cell = fc.string({
      minLength: 1,
      maxLength: 6,
      unit: fc.constantFrom('a', '"', ',', '\n', 'é', '0', ' ', '漢'),
    })
    const solid = cell.filter((text) => text.trim() !== '')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(solid, solid), { maxLength: 30 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, size) => {
          const quote = (text: string) => `"${text.replaceAll('"', '""')}"`
          const text = `a,b\r\n${rows.map((row) => row.map(quote).join(',')).join('\r\n')}\r\n`
          const { records, bad } = await read(text, size)
          expect(bad).toEqual([])
          expect(records).toEqual(rows.map(([a, b]) => ({ a: a.trim(), b: b.trim() })))
        },
      ),
      { numRuns: 80 },
    )
  })

  it('never throws and never stops early at garbage', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.integer({ min: 1, max: 64 }), async (garbage, size) => {
        const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n'), garbage, Buffer.from('\n\n')])
        const { summary, records } = await read(bytes, size)
        expect(summary?.complete).toBe(true)
        expect(records[0]).toEqual({ a: '1', b: '2' })
      }),
      { numRuns: 100 },
    )
  })
})
