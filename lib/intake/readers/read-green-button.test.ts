import { createReadStream, existsSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inChunks, readAll } from './read-all.ts'
import { type GreenButtonOptions, readGreenButton } from './read-green-button.ts'

const read = (text: string | Uint8Array, options: GreenButtonOptions = {}, size = 97) =>
  readAll(readGreenButton, inChunks(text, size), options)

const feed = (...entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n${entries.join('\n')}\n</feed>`
const entry = (links: string, content: string) => `<entry>${links}<content>${content}</content></entry>`
const link = (rel: string, href: string) => `<link rel="${rel}" href="${href}"/>`
const NS = 'xmlns="http://naesb.org/espi"'

const usagePoint = (kind: number, id = '1') =>
  entry(
    link('self', `U/${id}`) + link('related', `U/${id}/MeterReading`) + link('related', 'LocalTimeParameters/1'),
    `<UsagePoint ${NS}><ServiceCategory><kind>${kind}</kind></ServiceCategory></UsagePoint>`,
  )
const clock = entry(
  link('self', 'LocalTimeParameters/1'),
  `<LocalTimeParameters ${NS}><dstOffset>3600</dstOffset><tzOffset>-18000</tzOffset></LocalTimeParameters>`,
)
const meter = (id = '1', type = '1') =>
  entry(
    link('self', `U/${id}/MeterReading/1`) +
      link('up', `U/${id}/MeterReading`) +
      link('related', `U/${id}/MeterReading/1/IntervalBlock`) +
      link('related', `ReadingType/${type}`),
    `<MeterReading ${NS}/>`,
  )
const readingType = (fields: Record<string, number>, id = '1') =>
  entry(
    link('self', `ReadingType/${id}`),
    `<ReadingType ${NS}>${Object.entries({ accumulationBehaviour: 4, flowDirection: 1, currency: 840, ...fields })
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join('')}</ReadingType>`,
  )
const START = Date.UTC(2026, 0, 1) / 1000
const interval = (index: number, value: string, extra = '') =>
  `<IntervalReading>${extra}<timePeriod><duration>900</duration><start>${START + index * 900}</start></timePeriod><value>${value}</value></IntervalReading>`
const block = (readings: string, id = '1') =>
  entry(
    link('self', `U/${id}/MeterReading/1/IntervalBlock/1`) + link('up', `U/${id}/MeterReading/1/IntervalBlock`),
    `<IntervalBlock ${NS}>${readings}</IntervalBlock>`,
  )

const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code)

describe('readGreenButton', () => {
  it('reads energy with its meter, cost, quality and clock', async () => {
    const readings = interval(0, '250', '<cost>1234</cost><ReadingQuality><quality>8</quality></ReadingQuality>')
    const { records, bad, notices, summary } = await read(
      feed(usagePoint(0), clock, meter(), readingType({ uom: 72, powerOfTenMultiplier: 0 }), block(readings)),
    )
    expect(bad).toEqual([])
    expect(notices).toEqual([])
    expect(records).toEqual([
      {
        recordId: 'U/1/MeterReading/1#2026-01-01T00:00:00.000Z',
        utility: 'electricity',
        direction: 'delivered',
        usagePoint: 'U/1',
        meterReading: 'U/1/MeterReading/1',
        start: new Date('2026-01-01T00:00:00Z'),
        end: new Date('2026-01-01T00:15:00Z'),
        quantity: 250n,
        unit: 'Wh',
        exact: true,
        cost: { hundredThousandths: 1234n, currency: 'USD' },
        timeOfUse: null,
        quality: [8],
        standardOffsetSeconds: -18000,
        source: { value: '250', uom: 72, powerOfTen: 0 },
      },
    ])
    expect(summary?.sourceTotals).toEqual({ 'electricity Wh 10^0': '250' })
  })

  it('gives the same rows in whatever order the entries come and wherever the chunks are cut', async () => {
    const parts = [
      usagePoint(0),
      clock,
      meter(),
      readingType({ uom: 72, powerOfTenMultiplier: 3 }),
      block(interval(0, '1') + interval(1, '2')),
    ]
    const expected = (await read(feed(...parts))).records
    expect(expected.map(({ quantity }) => quantity)).toEqual([1000n, 2000n])
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(parts, { minLength: parts.length }),
        fc.integer({ min: 1, max: 500 }),
        async (order, size) => {
          const { records, bad } = await read(feed(...order), {}, size)
          expect(bad).toEqual([])
          expect(records).toEqual(expected)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('keeps several meters and types apart', async () => {
    const { records } = await read(
      feed(
        block(interval(0, '5'), '2'),
        readingType({ uom: 134 }, 'litres'),
        meter('2', 'litres'),
        usagePoint(2, '2'),
        usagePoint(0, '1'),
        clock,
        meter('1', 'energy'),
        block(interval(0, '7'), '1'),
        readingType({ uom: 72, flowDirection: 19 }, 'energy'),
      ),
    )
    expect(records.map(({ utility, quantity, unit, direction }) => ({ utility, quantity, unit, direction }))).toEqual([
      { utility: 'water', quantity: 5n, unit: 'L', direction: 'delivered' },
      { utility: 'electricity', quantity: 7n, unit: 'Wh', direction: 'received' },
    ])
  })

  it.each([
    ['m3 of water', 2, 42, 0, '3', 3000n, 'L', true],
    ['dm3 by multiplier', 2, 42, -3, '3', 3n, 'L', true],
    ['a thousand US gallons', 2, 128, 3, '1000000', 3_785_411_784n, 'L', true],
    ['one US gallon', 2, 128, 0, '1', 4n, 'L', false],
    ['imperial gallons', 2, 130, 0, '100000', 454_609n, 'L', true],
    ['litres of gas', 1, 134, 0, '12', 12n, 'L', true],
    ['hundreds of cubic feet of gas', 1, 119, 2, '10', 28_317n, 'L', false],
    ['cubic feet, exact', 1, 119, 9, '1', 28_316_846_592n, 'L', true],
    ['therms (US)', 1, 169, 0, '9', 263_701n, 'Wh', true],
    ['one therm (US)', 1, 169, 0, '1', 29_300n, 'Wh', false],
    ['Btu', 1, 132, 6, '1', 293_071n, 'Wh', false],
    ['joules', 0, 31, 0, '7200', 2n, 'Wh', true],
    ['kilowatt-hours', 0, 72, 3, '2', 2000n, 'Wh', true],
    ['milliwatt-hours', 0, 72, -3, '2500', 2n, 'Wh', false],
  ])('converts %s', async (_, kind, uom, powerOfTenMultiplier, value, quantity, unit, exact) => {
    const text = feed(
      usagePoint(kind),
      clock,
      meter(),
      readingType({ uom, powerOfTenMultiplier }),
      block(interval(0, value)),
    )
    const { records, notices } = await read(text)
    expect(records).toMatchObject([{ quantity, unit, exact }])
    expect(codes(notices)).toEqual(exact ? [] : ['rounded'])
  })

  it('counts in thousandths and by the European therm if told to', async () => {
    const text = feed(usagePoint(1), clock, meter(), readingType({ uom: 169 }), block(interval(0, '1')))
    const { records } = await read(text, { milli: true, therm: 'EC' })
    expect(records).toMatchObject([{ quantity: 29_307_107n, unit: 'mWh', exact: false }])
  })

  it.each([
    ['demand', 0, { uom: 38 }, 'demand_excluded'],
    ['register states', 0, { uom: 72, accumulationBehaviour: 1 }, 'accumulation_excluded'],
    ['maxima', 0, { uom: 72, dataQualifier: 8 }, 'statistic_excluded'],
    ['heat', 4, { uom: 72 }, 'service_excluded'],
  ])('leaves %s out with a notice', async (_, kind, fields, code) => {
    const text = feed(usagePoint(kind), clock, meter(), readingType(fields), block(interval(0, '1') + interval(1, '1')))
    const { records, bad, notices } = await read(text)
    expect([...records, ...bad]).toEqual([])
    expect(notices).toMatchObject([{ code, params: { count: 2 } }])
  })

  it('lists bad readings with line and reason and keeps the good ones', async () => {
    const odd = (start: string, value: string) =>
      `\n<IntervalReading><timePeriod><duration>900</duration><start>${start}</start></timePeriod>${value}</IntervalReading>`
    const rows = [
      `\n${interval(0, '1')}`,
      `\n${interval(0, '1')}`,
      odd(String(START), ''),
      odd('soon', '<value>1</value>'),
      odd('5', '<value>1</value>'),
      odd('99999999999', '<value>1</value>'),
      `\n${interval(1, '-1')}`,
      `\n${interval(2, 'NaN')}`,
      `\n${interval(3, '99999999999999999999')}`,
      `\n${interval(4, '4')}`,
    ]
    const { records, bad } = await read(
      feed(usagePoint(0), clock, meter(), readingType({ uom: 72 }), block(rows.join(''))),
    )
    expect(records.map(({ quantity }) => quantity)).toEqual([1n, 4n])
    expect(bad.map(({ line, code }) => [line, code])).toEqual([
      [9, 'duplicate_id'],
      [10, 'value_missing'],
      [11, 'time_unreadable'],
      [12, 'year_implausible'],
      [13, 'time_in_future'],
      [14, 'value_negative'],
      [15, 'value_unreadable'],
      [16, 'value_too_large'],
    ])
  })

  it('lets only net readings be negative', async () => {
    const text = feed(
      usagePoint(0),
      clock,
      meter(),
      readingType({ uom: 72, flowDirection: 4 }),
      block(interval(0, '-5')),
    )
    expect((await read(text)).records).toMatchObject([{ quantity: -5n, direction: 'net' }])
  })

  it.each([
    ['a unit that is no consumption', 0, { uom: 29 }, 'unit_unsupported'],
    ['electricity in litres', 0, { uom: 134 }, 'unit_mismatch'],
    ['water in watt-hours', 2, { uom: 72 }, 'unit_mismatch'],
  ])('refuses %s', async (_, kind, fields, code) => {
    const { bad } = await read(feed(usagePoint(kind), clock, meter(), readingType(fields), block(interval(0, '1'))))
    expect(codes(bad)).toEqual([code])
  })

  it('takes the only meter and type where links are missing, and says so; refuses where there is a choice', async () => {
    const lost = entry('', `<IntervalBlock ${NS}>${interval(0, '1')}</IntervalBlock>`)
    const one = await read(feed(usagePoint(0), clock, meter(), readingType({ uom: 72 }), lost))
    expect(one.records).toMatchObject([{ quantity: 1n }])
    expect(codes(one.notices)).toEqual(['links_assumed'])
    const two = await read(
      feed(
        usagePoint(0),
        meter('1', 'a'),
        meter('2', 'b'),
        readingType({ uom: 72 }, 'a'),
        readingType({ uom: 72 }, 'b'),
        lost,
      ),
    )
    expect(codes(two.bad)).toEqual(['reading_type_unknown'])
  })

  it('reads prefixed names, and packed files', async () => {
    const text = feed(usagePoint(0), clock, meter(), readingType({ uom: 72 }), block(interval(0, '1')))
      .replaceAll(NS, 'xmlns:e="http://naesb.org/espi"')
      .replaceAll(
        /<(\/?)(UsagePoint|ServiceCategory|kind|LocalTimeParameters|dstOffset|tzOffset|MeterReading|ReadingType|IntervalBlock|IntervalReading|timePeriod|duration|start|value|uom|accumulationBehaviour|flowDirection|currency)\b/g,
        '<$1e:$2',
      )
    const { records, bad } = await read(gzipSync(text))
    expect(bad).toEqual([])
    expect(records).toMatchObject([{ quantity: 1n, standardOffsetSeconds: -18000 }])
  })

  it.each(['utf-16', 'ISO-8859-1', 'windows-1252'])('reads what is declared and written in %s', async (encoding) => {
    const good = [usagePoint(0), clock, meter(), readingType({ uom: 72 }), block(interval(0, '1'))]
    const text = feed('<entry><title>Gebäude</title></entry>', ...good).replace(
      /^(<\?xml[^>]*\?>)?/,
      `<?xml version="1.0" encoding="${encoding}"?>`,
    )
    const bytes = encoding === 'utf-16' ? Buffer.from(`\uFEFF${text}`, 'utf16le') : Buffer.from(text, 'latin1')
    const { records, bad } = await read(bytes)
    expect(bad).toEqual([])
    expect(records).toMatchObject([{ quantity: 1n }])
  })

  it('says so where a feed has no readings', async () => {
    const { bad, notices } = await read(feed(usagePoint(0), clock, meter(), readingType({ uom: 72 })))
    expect(bad).toEqual([])
    expect(notices).toMatchObject([{ code: 'no_readings', message: 'The feed has no readings' }])
  })

  it('says that costs have no currency where the feed names none, or one that is not known', async () => {
    const cost =
      '<IntervalReading><cost>5</cost><timePeriod><duration>3600</duration><start>1767225600</start></timePeriod><value>1</value></IntervalReading>'
    const noticed = async (type: Parameters<typeof readingType>[0]) =>
      (await read(feed(usagePoint(0), clock, meter(), readingType(type), block(cost)))).notices.map(
        ({ message }) => message,
      )
    expect(await noticed({ uom: 72, currency: 0 })).toEqual(['The feed does not say in which currency its costs are'])
    expect(await noticed({ uom: 72, currency: 999 })).toEqual([
      'The currency code 999 is not known; costs carry no currency',
    ])
  })

  it('never emits titles, addresses or customers of the feed', async () => {
    const customer = entry(
      link('self', 'C/1'),
      `<CustomerAccount xmlns="http://naesb.org/espi/customer"><name>Ada Secret</name></CustomerAccount>`,
    )
    const everything = await read(
      feed(
        '<title>Ada Secret, 1 Hidden Street</title>',
        customer,
        usagePoint(0),
        clock,
        meter(),
        readingType({ uom: 72 }),
        block(interval(0, '1')),
      ),
    )
    expect(everything.records).toHaveLength(1)
    const shown = JSON.stringify(everything, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect(shown).not.toMatch(/Secret|Hidden/)
  })
})

describe('hostile XML', () => {
  const rest = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>&x;</title></entry></feed>'

  it.each([
    ['a DOCTYPE', `<!DOCTYPE feed>${rest}`, 'xml_doctype_refused'],
    ['an external entity', `<!DOCTYPE feed [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n${rest}`, 'xml_doctype_refused'],
    ['a billion laughs', `<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY x "&a;&a;&a;">]>\n${rest}`, 'xml_doctype_refused'],
    ['an undeclared entity', rest, 'xml_malformed'],
    ['unclosed tags', '<feed xmlns="http://www.w3.org/2005/Atom">\n<entry>\n</feed>', 'xml_malformed'],
    ['a cut file', '<feed xmlns="http://www.w3.org/2005/Atom">\n<entry>', 'xml_malformed'],
    ['two roots', `${feed()}<feed/>`, 'xml_malformed'],
    ['another encoding', '<?xml version="1.0" encoding="Shift_JIS"?>\n<feed/>', 'xml_encoding'],
    ['HTML', '<html><body>Sign in</body></html>', 'not_green_button'],
    ['a feed of something else', feed('<entry><title>News</title></entry>'), 'not_green_button'],
    ['nesting without end', `<feed xmlns="http://www.w3.org/2005/Atom">${'<a>'.repeat(100_000)}`, 'xml_too_deep'],
    [
      'a comment without end',
      `<feed xmlns="http://www.w3.org/2005/Atom"><!--${'x'.repeat(3_000_000)}`,
      'xml_too_large',
    ],
    ['no XML at all', 'start,value\n1,2\n', 'xml_malformed'],
  ])('refuses %s with one reason', async (_, text, code) => {
    const { records, bad, summary } = await read(text, {}, 65_536)
    expect(records).toEqual([])
    expect(bad).toMatchObject([{ code, fatal: true }])
    expect(bad[0]?.line).toBeGreaterThan(0)
    expect(summary?.complete).toBe(false)
  })

  it('keeps what came before the fault and names its line', async () => {
    const good = [usagePoint(0), clock, meter(), readingType({ uom: 72 }), block(interval(0, '1'))]
    const { records, bad } = await read(feed(...good, '<entry><broken</entry>'))
    expect(records).toHaveLength(1)
    expect(bad).toMatchObject([{ line: 8, code: 'xml_malformed' }])
  })

  it('refuses bytes that are no UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from(feed().replace('</feed>', '<title>')), Buffer.from([0xff, 0xfe])])
    expect((await read(bytes)).bad).toMatchObject([{ code: 'not_utf8', fatal: true }])
  })

  it('bounds what waits for a type that never comes', async () => {
    const many = Array.from({ length: 60 }, (_, index) => interval(index, '1')).join('')
    const { records, bad } = await read(feed(block(many)), { maxPending: 50 })
    expect(records).toEqual([])
    expect(bad).toMatchObject([{ code: 'feed_out_of_order', fatal: true }])
  })
})

const REAL = new URL('../../../../shared/data/greenbutton/', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real Green Button files (need ../shared/data)', () => {
  const open = (name: string) => readAll(readGreenButton, createReadStream(new URL(name, REAL)), {})

  it('electricity', async () => {
    const { records, bad, notices } = await open('Electric.xml')
    expect([...bad, ...notices]).toEqual([])
    expect(records.map(({ recordId, quantity, unit, cost }) => [recordId.split('#')[1], quantity, unit, cost])).toEqual(
      [
        ['2012-04-01T04:00:00.000Z', 4_702_205n, 'Wh', { hundredThousandths: 37_535_756n, currency: 'USD' }],
        ['2012-05-01T04:00:00.000Z', 1_262_848n, 'Wh', { hundredThousandths: 15_232_385n, currency: 'USD' }],
      ],
    )
  })

  it('water in thousands of US gallons', async () => {
    const { records, bad } = await open('Water.xml')
    expect(bad).toEqual([])
    // 27,291,000 and 2,575,000 gallons of 3.785411784 L, by hand.
    expect(records.map(({ quantity, unit }) => [quantity, unit])).toEqual([
      [103_307_673n, 'L'],
      [9_747_435n, 'L'],
    ])
  })
})
