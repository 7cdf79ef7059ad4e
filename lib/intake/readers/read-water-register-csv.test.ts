import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { inChunks, readAll } from './read-all.ts'
import { readWaterRegisterCsv, type WaterRegisterCsvOptions } from './read-water-register-csv.ts'

const read = (text: string, options: WaterRegisterCsvOptions = {}) =>
  readAll(readWaterRegisterCsv, inChunks(text), options)
const HEADER = 'meter_id,read_old,read_new,lat,lon\n'

describe('readWaterRegisterCsv', () => {
  it('turns two register states into litres', async () => {
    const { records, bad, summary } = await read(`${HEADER}51319,933,957,21.29857063,105.4454422\nA-1,1.25,1.5,0,0\n`)
    expect(bad).toEqual([])
    expect(records).toEqual([
      {
        recordId: '51319',
        meterId: '51319',
        oldLitres: 933_000n,
        newLitres: 957_000n,
        consumptionLitres: 24_000n,
        exact: true,
        rolledOver: false,
      },
      expect.objectContaining({ meterId: 'A-1', consumptionLitres: 250n, exact: true }),
    ])
    expect(summary?.sourceTotals).toEqual({ read_old: '934.25', read_new: '958.5', consumption: '24.25' })
  })

  it('never shows where a meter stands: not in records, bad rows, reasons or notices', async () => {
    const everything = await read(
      `${HEADER}1,5,4,21.29857063,105.4454422\n1,x,4,21.29857063,105.4454422\n1,2,4,21.29857063,105.4454422,7\n2,2,3,21.29857063,105.4454422\n`,
    )
    expect(everything.records).toHaveLength(1)
    expect(everything.bad).toHaveLength(3)
    const text = JSON.stringify(everything, (_, value) => (typeof value === 'bigint' ? String(value) : value))
    expect(text).not.toMatch(/21\.29|105\.44/)
    expect(everything.bad[0]?.raw).toBe('1,5,4')
    expect(everything.notices).toMatchObject([{ line: 1, code: 'columns_dropped', params: { columns: 'lat, lon' } }])
  })

  it.each([
    ['l', '1500', 1500n, []],
    ['ft3', '100', 2832n, ['rounded']],
    ['us-gal', '1000', 3785n, ['rounded']],
    ['imp-gal', '100000', 454_609n, []],
  ] as const)('counts a register in %s in litres', async (unit, after, litres, told) => {
    const { records, notices } = await read(`meter_id,read_old,read_new\nM1,0,${after}\n`, { unit })
    expect(records).toMatchObject([{ consumptionLitres: litres, newLitres: litres }])
    expect(notices.map(({ code }) => code)).toEqual(told)
  })

  it('takes columns by name in any order', async () => {
    const { records } = await read('read_new;METER_ID;read_old\n12;M1;10\n')
    expect(records).toMatchObject([{ meterId: 'M1', consumptionLitres: 2000n }])
  })

  it('lists what it cannot use', async () => {
    const { bad, records } = await read(
      `meter_id,read_old,read_new\n1,10,12\n1,10,12\n2,10,9\n3,,9\n4,-1,9\n,1,9\n${'5'.repeat(200)},1,9\n6,1,NA\n`,
    )
    expect(records).toHaveLength(1)
    expect(bad.map(({ line, code }) => [line, code])).toEqual([
      [3, 'duplicate_id'],
      [4, 'register_backwards'],
      [5, 'value_missing'],
      [6, 'value_negative'],
      [7, 'id_missing'],
      [8, 'id_invalid'],
      [9, 'value_missing'],
    ])
    expect(bad[0]?.reason).toBe('meter_id "1" was read before, in line 2')
  })

  it('reads a roll-over only if the number of digits is given and the result is plausible', async () => {
    const text = 'meter_id,read_old,read_new\n1,99990,15.5\n2,500,400\n3,100000,5\n'
    const { records, bad } = await read(text, { rolloverDigits: 5 })
    expect(records).toMatchObject([{ meterId: '1', consumptionLitres: 25_500n, rolledOver: true }])
    expect(bad.map(({ code }) => code)).toEqual(['rollover_implausible', 'rollover_implausible'])
    expect((await read(text)).bad.map(({ code }) => code)).toEqual(Array(3).fill('register_backwards'))
    expect((await read(text, { rolloverDigits: 0 })).bad).toMatchObject([{ code: 'option_invalid', fatal: true }])
  })
})

const REAL = new URL('../../../../shared/data/metering/viet-tri-water.csv', import.meta.url)

describe.skipIf(!existsSync(REAL))('the real water meters (needs ../shared/data)', () => {
  it('come out all, with the sums of the file', async () => {
    const [, ...lines] = readFileSync(REAL, 'utf8').trim().split(/\r?\n/)
    const sum = lines.reduce((all, line) => {
      const [, old = '', now = ''] = line.split(',')
      return all + (BigInt(now) - BigInt(old)) * 1000n
    }, 0n)
    const { records, bad } = await readAll(readWaterRegisterCsv, createReadStream(REAL), {})
    expect(bad).toEqual([])
    expect(lines).toHaveLength(105)
    expect(records).toHaveLength(105)
    expect(records.reduce((all, { consumptionLitres }) => all + consumptionLitres, 0n)).toBe(sum)
  })
})
