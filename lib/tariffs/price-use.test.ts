import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#lib/platform/calendar/index.ts'
import { allocate } from '#lib/platform/money/index.ts'
import { priceSlices } from './price-slices.ts'
import { priceUse } from './price-use.ts'
import { quantityByPeriod } from './quantity-by-period.ts'
import { Tariff } from './schema.ts'
import { type TariffLine, vatByTotal } from './tariff-line.ts'

const terms = {
  key: 'electricity',
  name: { en: 'x', 'zh-CN': 'x', fr: 'x' },
  utility: 'electricity',
  currency: 'EUR',
  validFrom: '2020-01-01',
  price: { kind: 'flat', rate: '0.3050' },
  vatPercent: '19',
} as const
type Terms = Partial<Parameters<typeof Tariff.parse>[0] & object>
const tariffOf = (more: Terms = {}) => Tariff.parse({ ...terms, ...more })

const dayCount = (from: string, before: string) => (Date.parse(before) - Date.parse(from)) / 86_400_000
/** What a meter used on each day, priced as one period. */
function priceDays(tariff: Tariff, from: string, daily: readonly bigint[], { unit = 'Wh', per = 1000 } = {}) {
  const before = addDays(from, daily.length)
  const slices = priceSlices(tariff, from, before).map((slice) => {
    const at = dayCount(from, slice.from)
    const own = daily.slice(at, at + dayCount(slice.from, slice.before))
    return { slice, days: own.length, quantity: own.reduce((sum, one) => sum + one, 0n) }
  })
  return priceUse(tariff, { from, before, days: daily.length, unit, per, slices })
}
const month = (quantity: bigint, tariff = tariffOf(), more = {}) =>
  priceDays(tariff, '2026-10-01', [quantity, ...Array.from({ length: 30 }, () => 0n)], more)
const net = (lines: readonly TariffLine[]) => lines.reduce((sum, line) => sum + line.netMinor, 0n)
const kinds = (lines: readonly TariffLine[]) => lines.map(({ kind, part, quantity }) => [kind, part, quantity])
const size = (value: bigint) => (value < 0n ? -value : value)

describe('a tariff', () => {
  it('rounds each line once and takes VAT of the rounded amount, each line at its own rate', () => {
    expect(month(312_456n, tariffOf({ standingPerDay: '0.2000', standingVatPercent: '7' }))).toMatchObject([
      { kind: 'energy', quantity: 312_456n, unit: 'Wh', rate: '0.3050', netMinor: 9530n, vatMinor: 1811n },
      { kind: 'standing', quantity: 31n, unit: 'day', rate: '0.2000', netMinor: 620n, vatPercent: '7', vatMinor: 43n },
    ])
  })

  it('prices water by the cubic metre, events one by one, and knows yen and dinar', () => {
    const price = (rate: string, quantity: bigint, more: Terms, per = 1000) =>
      month(quantity, tariffOf({ price: { kind: 'flat', rate }, ...more }), { per })[0]?.netMinor
    expect(price('4.35', 12_500n, { utility: 'water' })).toBe(5438n)
    expect(price('0.0018', 900n, { utility: 'service' }, 1)).toBe(162n)
    expect(price('0.1', 10_000_123n, { utility: 'gas' }, 1_000_000)).toBe(100n)
    expect(price('31.5', 10_000n, { currency: 'JPY' })).toBe(315n)
    expect(price('0.0155', 10_000n, { currency: 'KWD' })).toBe(155n)
  })

  it('splits ten in three so that nothing is lost', () => {
    expect(allocate(1000n, 'EUR', [1n, 1n, 1n])).toEqual([334n, 333n, 333n])
  })

  it('takes VAT of the sum where the brand has it so, and says the same in its lines', () => {
    const lines = ['0.1', '0.1', '0.1'].flatMap((rate) => month(333n, tariffOf({ price: { kind: 'flat', rate } })))
    expect(lines.map(({ netMinor, vatMinor }) => [netMinor, vatMinor])).toEqual([
      [3n, 1n],
      [3n, 1n],
      [3n, 1n],
    ])
    expect(vatByTotal(lines).map(({ vatMinor }) => vatMinor)).toEqual([0n, 1n, 1n])
    fc.assert(
      fc.property(fc.array(fc.bigInt(-100_000n, 100_000n), { minLength: 1, maxLength: 20 }), (amounts) => {
        const [line] = month(1n)
        if (!line) throw new Error('no line')
        const taxed = vatByTotal(amounts.map((netMinor) => ({ ...line, netMinor, vatMinor: 0n })))
        const vat = taxed.reduce((sum, { vatMinor }) => sum + vatMinor, 0n)
        const exact = amounts.reduce((sum, one) => sum + one, 0n) * 19n
        expect(size(vat * 100n - exact) <= 50n).toBe(true)
      }),
    )
  })

  it('gives a discount on what it names and adds what is missing to the minimum', () => {
    const discount = { key: 'early', name: terms.name, percent: '10', on: ['use'] }
    const reduced = month(100_000n, tariffOf({ standingPerDay: '0.1', discounts: [discount] }))
    expect(kinds(reduced)).toEqual([
      ['energy', null, 100_000n],
      ['standing', null, 31n],
      ['discount', 'early', 1n],
    ])
    expect(net(reduced)).toBe(3050n + 310n - 305n)
    const least = tariffOf({ minimumPerDay: '1', discounts: [discount] })
    expect(month(100_000n, least).at(-1)).toMatchObject({ kind: 'minimum', netMinor: 3100n - 2745n, rate: '3.55' })
    expect(net(month(200_000n, least))).toBe(6100n - 610n)
  })

  it('pays for what flows back and charges nothing for it', () => {
    const [slice] = priceSlices(tariffOf(), '2026-10-01', '2026-11-01')
    if (!slice) throw new Error('no slice')
    const use = { from: '2026-10-01', before: '2026-11-01', days: 31, unit: 'Wh', per: 1000, exported: true }
    const solar = tariffOf({ exportRate: '0.0811', standingPerDay: '1' })
    expect(priceUse(solar, { ...use, slices: [{ slice, quantity: 50_000n, days: 31 }] })).toMatchObject([
      { kind: 'export', quantity: 50_000n, rate: '-0.0811', netMinor: -406n, vatMinor: 0n },
    ])
  })
})

describe('bands', () => {
  const bands = [{ upTo: '200', rate: '0.20' }, { upTo: '400', rate: '0.30' }, { rate: '0.50' }]
  const tiered = tariffOf({ price: { kind: 'tiered', per: 'month', bands } })

  it('end exactly at their edge', () => {
    const parts = (quantity: bigint) => month(quantity, tiered).map(({ part, quantity: used }) => [part, used])
    expect(parts(200_000n)).toEqual([['band_1', 200_000n]])
    expect(parts(200_001n)).toEqual([
      ['band_1', 200_000n],
      ['band_2', 1n],
    ])
    expect(parts(400_000n)).toEqual([
      ['band_1', 200_000n],
      ['band_2', 200_000n],
    ])
    expect(parts(400_001n)).toEqual([
      ['band_1', 200_000n],
      ['band_2', 200_000n],
      ['band_3', 1n],
    ])
    expect(parts(0n)).toEqual([['band_1', 0n]])
    expect(net(month(500_000n, tiered))).toBe(4000n + 6000n + 5000n)
  })

  it('are shared out by days: a part of a month has a part of each', () => {
    const ten = priceDays(
      tiered,
      '2026-09-11',
      Array.from({ length: 10 }, () => 10_000n),
    )
    expect(kinds(ten)).toEqual([
      ['energy', 'band_1', 66_667n],
      ['energy', 'band_2', 33_333n],
    ])
    const two = priceDays(
      tiered,
      '2026-09-16',
      Array.from({ length: 30 }, () => 10_000n),
    )
    expect(two.map(({ part, quantity, startsOn }) => [startsOn, part, quantity])).toEqual([
      ['2026-09-16', 'band_1', 100_000n],
      ['2026-09-16', 'band_2', 50_000n],
      ['2026-10-01', 'band_1', 96_774n],
      ['2026-10-01', 'band_2', 53_226n],
    ])
    const year = tariffOf({ price: { kind: 'tiered', per: 'year', bands } })
    expect(kinds(priceDays(year, '2028-02-01', [10_000n, ...Array.from({ length: 28 }, () => 0n)]))).toEqual([
      ['energy', 'band_1', 10_000n],
    ])
    expect(month(20_000n, year)[0]?.quantity).toBe(16_986n)
  })

  it('that do not rise, or have no end, are refused', () => {
    const parse = (of: unknown) =>
      Tariff.safeParse({ ...terms, price: { kind: 'tiered', per: 'month', bands: of } }).success
    expect(parse(bands)).toBe(true)
    expect(parse(bands.slice(0, 2))).toBe(false)
    expect(parse([{ upTo: '5', rate: '1' }, { upTo: '5', rate: '1' }, { rate: '1' }])).toBe(false)
    expect(parse([{ rate: '1' }, { rate: '1' }])).toBe(false)
  })
})

describe('time of use', () => {
  const price = {
    kind: 'time_of_use',
    rates: { peak: '0.4', night: '0.1', weekend: '0.2', shoulder: '0.3' },
    windows: [
      { period: 'weekend', days: [5, 6] },
      { period: 'night', from: '22:00', until: '06:00' },
      { period: 'peak', from: '17:00', until: '20:00', months: [11, 12, 1] },
    ],
    otherwise: 'shoulder',
  } as const
  const tariff = tariffOf({ price })
  const held = tariff.price
  if (held.kind !== 'time_of_use') throw new Error('another price')
  const at = (weekDay: number, hour: number, quantity: bigint, { month: inMonth = 12, hours = 1 } = {}) => ({
    weekDay,
    month: inMonth,
    minute: hour * 60,
    seconds: hours * 3600,
    quantity,
  })

  it('sorts use by weekday, season and hour, also past midnight', () => {
    const uses = [
      at(0, 17, 1n),
      at(0, 20, 2n),
      at(0, 5, 4n),
      at(0, 22, 8n),
      at(5, 17, 16n),
      at(0, 17, 32n, { month: 6 }),
    ]
    expect(Object.fromEntries(quantityByPeriod(held, uses))).toEqual({
      peak: 1n,
      shoulder: 34n,
      night: 12n,
      weekend: 16n,
    })
  })

  it('shares a whole day out over its hours, and loses nothing', () => {
    expect(Object.fromEntries(quantityByPeriod(held, [at(0, 0, 24_001n, { hours: 24 })]))).toEqual({
      night: 8_001n,
      shoulder: 13_000n,
      peak: 3_000n,
    })
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 9n),
        fc.nat(6),
        fc.nat(23),
        fc.integer({ min: 1, max: 60 }),
        (quantity, day, hour, hours) => {
          const sums = [...quantityByPeriod(held, [at(day, hour, quantity, { hours })]).values()]
          expect(sums.reduce((sum, one) => sum + one, 0n)).toBe(quantity)
        },
      ),
    )
  })

  it('has a line for each, and what no reading placed is in no named period', () => {
    const [slice] = priceSlices(tariff, '2026-12-01', '2027-01-01')
    if (!slice) throw new Error('no slice')
    const byPeriod = quantityByPeriod(held, [at(0, 17, 1_000n), at(5, 1, 2_000n)])
    const days = { from: '2026-12-01', before: '2027-01-01', days: 31, unit: 'Wh', per: 1000 }
    const lines = priceUse(tariff, { ...days, slices: [{ slice, quantity: 10_000n, days: 31, byPeriod }] })
    expect(lines.map(({ part, netMinor }) => [part, netMinor])).toEqual([
      ['peak', 40n],
      ['shoulder', 210n],
      ['weekend', 40n],
    ])
  })
})

describe('seasons', () => {
  const seasonal = tariffOf({ seasons: [{ months: [12, 1, 2], price: { kind: 'flat', rate: '0.4' } }] })

  it('cut a period where they change and nowhere else', () => {
    const cuts = priceSlices(seasonal, '2026-09-10', '2027-04-05').map(({ from, before }) => [from, before])
    expect(cuts).toEqual([
      ['2026-09-10', '2026-12-01'],
      ['2026-12-01', '2027-03-01'],
      ['2027-03-01', '2027-04-05'],
    ])
  })
})

describe('splitting a period', () => {
  const days = fc.array(fc.bigInt(0n, 60_000n), { minLength: 2, maxLength: 90 })
  const flat = tariffOf({
    standingPerDay: '0.2137',
    discounts: [{ key: 'a', name: terms.name, percent: '3', on: ['use', 'standing'] }],
  })
  const seasonal = tariffOf({ ...flat, seasons: [{ months: [11], price: { kind: 'flat', rate: '0.4377' } }] })

  it('never changes the total beyond the rounding of the lines, whatever was used when', () => {
    for (const tariff of [flat, seasonal])
      fc.assert(
        fc.property(days, fc.nat(), (daily, somewhere) => {
          const cut = 1 + (somewhere % (daily.length - 1))
          const whole = priceDays(tariff, '2026-10-07', daily)
          const parts = [
            ...priceDays(tariff, '2026-10-07', daily.slice(0, cut)),
            ...priceDays(tariff, addDays('2026-10-07', cut), daily.slice(cut)),
          ]
          // Half a unit for each line, and as much again for a discount's part of the rounding.
          const allowed = BigInt(whole.length + parts.length)
          expect(size(net(whole) - net(parts)) <= allowed).toBe(true)
        }),
      )
  })

  it('gives bands to each part by its days: even use comes to the same, and cuts between months to the unit', () => {
    const bands = [{ upTo: '150', rate: '0.2111' }, { upTo: '300', rate: '0.3777' }, { rate: '0.6001' }]
    const tiered = tariffOf({ price: { kind: 'tiered', per: 'month', bands } })
    fc.assert(
      fc.property(fc.bigInt(0n, 40_000n), fc.integer({ min: 1, max: 30 }), (daily, cut) => {
        const even = Array.from({ length: 31 }, () => daily)
        const whole = priceDays(tiered, '2026-10-01', even)
        const parts = [
          ...priceDays(tiered, '2026-10-01', even.slice(0, cut)),
          ...priceDays(tiered, addDays('2026-10-01', cut), even.slice(cut)),
        ]
        expect(size(net(whole) - net(parts)) <= BigInt(whole.length + parts.length)).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.bigInt(0n, 40_000n), { minLength: 61, maxLength: 61 }), (daily) => {
        const parts = [
          ...priceDays(tiered, '2026-10-01', daily.slice(0, 31)),
          ...priceDays(tiered, '2026-11-01', daily.slice(31)),
        ]
        expect(net(priceDays(tiered, '2026-10-01', daily))).toBe(net(parts))
      }),
    )
  })
})
