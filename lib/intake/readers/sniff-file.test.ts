import { createReadStream, existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inChunks, readAll } from './read-all.ts'
import { readHourlyCsv } from './read-hourly-csv.ts'
import { sniffFile } from './sniff-file.ts'

const FEED =
  '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry xmlns:e="http://naesb.org/espi"/></feed>'

describe('sniffFile', () => {
  it.each([
    ['start,value\n', 'hourly-csv'],
    ['\uFEFF\n"Value";"Start"\r\n', 'hourly-csv'],
    ['sep=,\r\nmeter_id,read_old,read_new,lat,lon\r\n', 'water-register-csv'],
    ['Consumption (kWh),Estimated Cost,Start,End\n', 'hourly-csv'],
    ['Meter ID,Read old,Read new\n', 'water-register-csv'],
    ['session_id,kwh_total,dollars,created,ended\n', 'charging-csv'],
    ['ended,created,kwhTotal,sessionId,dollars\n', 'charging-csv'],
    [FEED, 'green-button'],
  ])('knows %j, plain and packed', async (text, reader) => {
    for (const bytes of [Buffer.from(text), gzipSync(text)]) {
      expect((await sniffFile(inChunks(bytes))).kind).toEqual({ ok: true, reader })
    }
  })

  it.each([
    ['', 'file_empty'],
    ['date,amount\n1,2\n', 'no_reader'],
    ['<html><body>not found</body></html>', 'no_reader'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', 'no_reader'],
    ['PK\x03\x04', 'file_not_text'],
  ])('refuses %j with a reason', async (text, code) => {
    const { kind } = await sniffFile(inChunks(text))
    expect(kind).toMatchObject({ ok: false, code, reason: expect.stringMatching(/\w+ \w+/) })
  })

  it('knows a file from its beginning even if its end is cut off', async () => {
    const packed = gzipSync('start,value\n2026-01-01T00:00Z,1\n').subarray(0, -6)
    expect((await sniffFile(inChunks(packed))).kind).toEqual({ ok: true, reader: 'hourly-csv' })
  })

  it('hands on the whole file, also from a stream that can be read only once', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `${new Date(Date.UTC(2024, 0, 1, index)).toISOString()},1`)
    const { kind, source } = await sniffFile(inChunks(gzipSync(`start,value\n${rows.join('\n')}\n`), 512))
    expect(kind.ok).toBe(true)
    const { records, bad } = await readAll(readHourlyCsv, source, { utility: 'gas' })
    expect(bad).toEqual([])
    expect(records).toHaveLength(9000)
  })
})

const REAL = new URL('../../../../shared/data/', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real files (need ../shared/data)', () => {
  it.each([
    ['metering/uk-electricity-hourly-0.csv.gz', 'hourly-csv'],
    ['metering/viet-tri-water.csv', 'water-register-csv'],
    ['ev/workplace-charging-sessions.csv', 'charging-csv'],
    ['greenbutton/Electric.xml', 'green-button'],
  ])('%s', async (path, reader) => {
    const stream = createReadStream(new URL(path, REAL))
    expect((await sniffFile(stream)).kind).toEqual({ ok: true, reader })
    stream.destroy()
  })
})
