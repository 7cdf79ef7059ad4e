import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('csvLine', () => {
  it('quotes what RFC 4180 wants quoted, and reads back the same', () => {
    const values = ['plain', 'a,b', 'say "no"', 'two\r\nlines', '', '漢字 é']
    expect(csvLine(values)).toBe('plain,"a,b","say ""no""","two\r\nlines",,漢字 é\r\n')
    expect(parse(csvLine(values))).toEqual([values])
  })

  it('puts an apostrophe before what a spreadsheet would run', () => {
    const formulas = ['=1+1', '+33 1', '-1+1', '@SUM(A1)', '\t=1', '\r=1']
    const [read] = parse(csvLine(formulas))
    expect(read).toEqual(formulas.map((formula) => `'${formula}`))
  })

  it('leaves numbers as they are', () => {
    expect(csvLine([-5, '-33.86', 12n, true, null, new Date(0)])).toBe(
      '-5,-33.86,12,true,,1970-01-01T00:00:00.000Z\r\n',
    )
  })
})
